import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that only the service itself reads and writes. */
const serviceOnly = ['erasure', 'erasure_key'];
/** People whom a cluster knows at an organisation. */
const known = ['contact', 'invitation'];
const made = [...serviceOnly, 'consent', 'invitation', 'contact'];

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const officers = `((select current_scope_role()) = 'officer' and cluster_id = any ((select current_clusters())::uuid[]))`;
const ownOrganisation = `organisation_id = (select current_organisation())`;

/** Contacts apart from what organisations can do, invitations, consents, and marks of those who are not to be here. */
export class People1764000300000 implements MigrationInterface {
  readonly name = 'People1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    await run(`insert into erasure_key (id, key)
      values (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))`);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    await run('revoke insert, update, delete on erasure_key from tessera_app');
    await run('revoke update, delete on erasure from tessera_app');
    for (const table of serviceOnly)
      await run(
        `create policy service_rows on ${table} to tessera_app using (${system}) with check (${system})`,
      );
    for (const table of known) {
      await run(`create policy readable on ${table} for select to tessera_app
        using (${serves} or ${officers} or ${ownOrganisation})`);
      await writable(runner, table, `${serves} or ${officers}`);
    }
    await run(`create policy readable on consent for select to tessera_app
      using (${serves} or user_id = (select current_user_id()))`);
    await writable(runner, 'consent', serves);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of made) await runner.query(`drop table ${table}`);
  }
}

async function writable(runner: QueryRunner, table: string, condition: string): Promise<void> {
  const policy = (rest: string): Promise<unknown> => runner.query(`create policy ${rest}`);
  await policy(`inserted on ${table} for insert to tessera_app with check (${condition})`);
  await policy(
    `changed on ${table} for update to tessera_app using (${condition}) with check (${condition})`,
  );
  await policy(`removed on ${table} for delete to tessera_app using (${condition})`);
}

const tables = [
  `CREATE TABLE "consent" (
      "id" uuid NOT NULL,
      "user_id" uuid NOT NULL,
      "purpose" text NOT NULL,
      "text_version" text NOT NULL,
      "channel" text NOT NULL,
      "given_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "withdrawn_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_9115e8d6b082d4fc46d56134d29" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "consent_of_user" ON "consent" ("user_id", "purpose")`,
  `CREATE TABLE "contact" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "organisation_id" uuid NOT NULL,
      "name" text NOT NULL,
      "email" text NOT NULL,
      "source" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "noticed_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "contact_email_folded" CHECK (email = lower(email)),
      CONSTRAINT "PK_2cbbe00f59ab6b3bb5b8d19f989" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "contact_of_cluster" ON "contact" ("cluster_id", "organisation_id", "email")`,
  `CREATE INDEX "contact_of_organisation" ON "contact" ("organisation_id")`,
  `CREATE TABLE "erasure_key" (
      "id" integer NOT NULL,
      "key" bytea NOT NULL,
      CONSTRAINT "PK_4f735e28e234b77be0784c8dbb4" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "erasure" (
      "mark" bytea NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "PK_14796847d4a4cd1c31e87a6b6db" PRIMARY KEY ("mark")
    )`,
  `CREATE TABLE "invitation" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "organisation_id" uuid NOT NULL,
      "contact_id" uuid NOT NULL,
      "role" text NOT NULL,
      "language" text NOT NULL,
      "token_hash" bytea,
      "mail" text NOT NULL DEFAULT 'due',
      "mail_tries" integer NOT NULL DEFAULT '0',
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "confirmed_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "UQ_b827d3749ffbb3b5ab5099afd64" UNIQUE ("token_hash"),
      CONSTRAINT "PK_beb994737756c0f18a1c1f8669c" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "invitation_of_contact" ON "invitation" ("contact_id")`,
  `CREATE INDEX "invitation_of_cluster" ON "invitation" ("cluster_id", "created_at")`,
  `ALTER TABLE "consent"
      ADD CONSTRAINT "FK_a5cfa7e467568ab0f36ff55058b" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE`,
  `ALTER TABLE "contact"
      ADD CONSTRAINT "FK_b2f1aee681a65f9245c11e23819" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "contact"
      ADD CONSTRAINT "FK_a7416b5eea3776d4b6034eddf74" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "invitation"
      ADD CONSTRAINT "FK_f3f62822046e15ffc383f457c40" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "invitation"
      ADD CONSTRAINT "FK_913833c1541e680e8112131222f" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE`,
  `ALTER TABLE "invitation"
      ADD CONSTRAINT "FK_7029f3ff698153c6bc19a974835" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE`,
];
