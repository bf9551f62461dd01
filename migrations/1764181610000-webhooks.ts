import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const ofCluster = `cluster_id = any ((select current_clusters())::uuid[])`;
const reads = `${system} or (${ofCluster} and (select current_scope_role()) in ('officer', 'manager'))`;
const writes = `${ofCluster} and (select current_scope_role()) in ('officer', 'system')`;

const made = ['webhook', 'webhook_delivery'];

/** Where a cluster's own programs are told of what happens, and what was sent there. */
export class Webhooks1764181610000 implements MigrationInterface {
  readonly name = 'Webhooks1764181610000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    await run(
      `create index webhook_delivery_due on webhook_delivery (available_at, id) where state in ('due', 'claimed')`,
    );
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
      await run(`create policy readable on ${table} for select to tessera_app using (${reads})`);
      await run(`create policy inserted on ${table} for insert to tessera_app with check (${writes})`);
      await run(
        `create policy changed on ${table} for update to tessera_app using (${writes}) with check (${writes})`,
      );
      await run(`create policy removed on ${table} for delete to tessera_app using (${writes})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...made].reverse()) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  `CREATE TABLE "webhook_delivery" (
      "id" uuid NOT NULL,
      "webhook_id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "event" text NOT NULL,
      "body" text NOT NULL,
      "state" text NOT NULL DEFAULT 'due',
      "tries" integer NOT NULL DEFAULT '0',
      "available_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "lease_until" TIMESTAMP WITH TIME ZONE,
      "fence" bigint NOT NULL DEFAULT '0',
      "status" integer,
      "problem" text,
      "took_ms" integer,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "ended_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "webhook_delivery_small" CHECK (octet_length(body) <= 1048576),
      CONSTRAINT "webhook_delivery_state" CHECK (state in ('due', 'claimed', 'arrived', 'failed')),
      CONSTRAINT "PK_b1ae290239a778f12399db91354" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "webhook_delivery_of" ON "webhook_delivery" ("webhook_id", "created_at")`,
  `CREATE TABLE "webhook" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "url" text NOT NULL,
      "events" text array NOT NULL,
      "secret" bytea NOT NULL,
      "former_secret" bytea,
      "renewed_at" TIMESTAMP WITH TIME ZONE,
      "told" text array NOT NULL DEFAULT '{}',
      "failing_since" TIMESTAMP WITH TIME ZONE,
      "off_since" TIMESTAMP WITH TIME ZONE,
      "off_why" text,
      "created_by" uuid,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "webhook_off" CHECK ((off_since is null) = (off_why is null) and off_why in ('by-hand', 'failing', 'gone')),
      CONSTRAINT "PK_e6765510c2d078db49632b59020" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "webhook_of_cluster" ON "webhook" ("cluster_id")`,
  `ALTER TABLE "webhook_delivery"
      ADD CONSTRAINT "FK_ef25cc28dcf88ea3dd81f39af2d" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE`,
  `ALTER TABLE "webhook_delivery"
      ADD CONSTRAINT "FK_bc5a03576cc87879f662d2422a2" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
  `ALTER TABLE "webhook"
      ADD CONSTRAINT "FK_4c996fde52cb66e331e2f5cf4d8" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
];
