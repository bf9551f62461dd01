import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const staff = `(select current_scope_role()) in ('officer', 'manager')`;
const ofCluster = `cluster_id = any ((select current_clusters())::uuid[])`;

const made = ['digest', 'digest_setting', 'digest_key'];

/** What each member is told of a week, when a cluster's digests go, and the key of the links in them. */
export class Digests1764151000000 implements MigrationInterface {
  readonly name = 'Digests1764151000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    await run(`create index digest_planned on digest (due_at, id) where state = 'planned'`);
    await run(`insert into digest_key (id, key)
      values (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))`);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    await run('revoke insert, update, delete on digest_key from tessera_app');
    await run(
      `create policy service_rows on digest_key to tessera_app using (${system}) with check (${system})`,
    );
    await run(`create policy readable on digest for select to tessera_app using (${serves}
      or user_id = (select current_user_id()) or (${staff} and clusters && (select current_clusters())))`);
    await run(`create policy inserted on digest for insert to tessera_app with check (${system})`);
    await run(
      `create policy changed on digest for update to tessera_app using (${system}) with check (${system})`,
    );
    await run(`create policy removed on digest for delete to tessera_app using (${system})`);
    const writes = `${serves} or ((select current_scope_role()) = 'officer' and ${ofCluster})`;
    await run(
      `create policy readable on digest_setting for select to tessera_app using (${serves} or ${ofCluster})`,
    );
    await run(`create policy inserted on digest_setting for insert to tessera_app with check (${writes})`);
    await run(
      `create policy changed on digest_setting for update to tessera_app using (${writes}) with check (${writes})`,
    );
    await run(`create policy removed on digest_setting for delete to tessera_app using (${writes})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of made) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  `CREATE TABLE "digest_key" (
      "id" integer NOT NULL,
      "key" bytea NOT NULL,
      CONSTRAINT "PK_cb485694654e201edaad64e2c80" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "digest_setting" (
      "cluster_id" uuid NOT NULL,
      "weekday" integer NOT NULL DEFAULT '2',
      "hour" integer NOT NULL DEFAULT '8',
      "zone" text NOT NULL DEFAULT 'Europe/Rome',
      "active" boolean NOT NULL DEFAULT true,
      CONSTRAINT "digest_setting_time" CHECK (weekday between 1 and 7 and hour between 0 and 23),
      CONSTRAINT "PK_388c5f3e44dd0523aa7230dd0bd" PRIMARY KEY ("cluster_id")
    )`,
  `CREATE TABLE "digest" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "organisation_id" uuid NOT NULL,
      "clusters" uuid array NOT NULL,
      "week" text NOT NULL,
      "language" text NOT NULL,
      "state" text NOT NULL DEFAULT 'planned',
      "items" jsonb NOT NULL DEFAULT '[]',
      "saved" jsonb NOT NULL DEFAULT '[]',
      "due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "chosen_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "digest_state" CHECK (state in ('planned', 'chosen', 'silent', 'note')),
      CONSTRAINT "PK_b55ba0eeed443887fd73de9fa02" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "digest_of_user_and_week" ON "digest" ("user_id", "week")`,
  `ALTER TABLE "digest_setting"
      ADD CONSTRAINT "FK_388c5f3e44dd0523aa7230dd0bd" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "digest"
      ADD CONSTRAINT "FK_0647b64cdabbb56bee38af0a41e" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "digest"
      ADD CONSTRAINT "FK_f282cb245341f70a89ed1e76f08" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
];
