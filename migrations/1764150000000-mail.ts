import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const serves = `(select current_scope_role()) in ('operator', 'system')`;
const inScope = `(select current_scope_role()) <> ''`;
const ofCluster = `cluster_id = any ((select current_clusters())::uuid[])`;
const staff = `(select current_scope_role()) in ('officer', 'manager')`;

const made = [
  'mail_delivery',
  'mail_address',
  'mail_suppression',
  'mail_bounce',
  'mail_hold',
  'mailbox_message',
];

/** Mails as rows, from the decision to what became of them; who is not written to, and what stands still. */
export class Mail1764150000000 implements MigrationInterface {
  readonly name = 'Mail1764150000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of [...tables, ...indexes]) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    // whoever causes a mail may put it; what becomes of it is the service's, and shown to staff of its clusters
    await run(`create policy readable on mail_delivery for select to tessera_app
      using (${serves} or (${staff} and clusters && (select current_clusters())))`);
    await run(`create policy put on mail_delivery for insert to tessera_app
      with check (${serves} or (state = 'due' and clusters <> '{}' and clusters <@ (select current_clusters())))`);
    await run(
      `create policy changed on mail_delivery for update to tessera_app using (${serves}) with check (${serves})`,
    );
    await run(`create policy removed on mail_delivery for delete to tessera_app using (${system})`);
    // an address is written by whoever puts the mail and read by the service alone
    await run(`create policy put on mail_address for insert to tessera_app with check (${inScope})`);
    await run(`create policy readable on mail_address for select to tessera_app using (${system})`);
    await run(`create policy removed on mail_address for delete to tessera_app using (${system})`);
    for (const table of ['mail_suppression', 'mail_bounce'])
      await run(
        `create policy service_rows on ${table} to tessera_app using (${system}) with check (${system})`,
      );
    await run(
      `create policy service_rows on mailbox_message to tessera_app using (${serves}) with check (${serves})`,
    );
    // everybody's hold is the operator's; a cluster's is its officers'
    await run(`create policy readable on mail_hold for select to tessera_app
      using (${serves} or (${staff} and (cluster_id is null or ${ofCluster})))`);
    const holds = `${serves} or ((select current_scope_role()) = 'officer' and ${ofCluster})`;
    await run(`create policy put on mail_hold for insert to tessera_app with check (${holds})`);
    await run(
      `create policy changed on mail_hold for update to tessera_app using (${holds}) with check (${holds})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of made.filter((name) => name !== 'mail_delivery'))
      await runner.query(`drop table ${table}`);
    await runner.query('drop table mail_delivery');
  }
}

const tables = [
  `CREATE TABLE "mail_address" (
      "delivery_id" uuid NOT NULL,
      "name" text NOT NULL,
      "address" text NOT NULL,
      CONSTRAINT "PK_36b350cf98fdb81e212d87ec6b8" PRIMARY KEY ("delivery_id")
    )`,
  `CREATE TABLE "mail_bounce" (
      "id" uuid NOT NULL,
      "mark" bytea NOT NULL,
      "delivery_id" uuid NOT NULL,
      "kind" text NOT NULL,
      "status" text,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT "PK_adfc59e9daf291a70bca575fe6f" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "mail_bounce_of_mark" ON "mail_bounce" ("mark", "at")`,
  `CREATE TABLE "mail_delivery" (
      "id" uuid NOT NULL,
      "mail" text NOT NULL,
      "recipient" text NOT NULL,
      "cause" text NOT NULL,
      "clusters" uuid array NOT NULL DEFAULT '{}',
      "organisation_id" uuid,
      "language" text,
      "content" jsonb,
      "state" text NOT NULL DEFAULT 'due',
      "rank" integer NOT NULL,
      "holdable" boolean NOT NULL,
      "counted" boolean NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "available_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "stale_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "lease_until" TIMESTAMP WITH TIME ZONE,
      "fence" bigint NOT NULL DEFAULT '0',
      "tries" integer NOT NULL DEFAULT '0',
      "doubts" integer NOT NULL DEFAULT '0',
      "sending_at" TIMESTAMP WITH TIME ZONE,
      "ended_at" TIMESTAMP WITH TIME ZONE,
      "reason" text,
      "address_mark" bytea,
      CONSTRAINT "mail_delivery_content_small" CHECK (octet_length(content::text) <= 65536),
      CONSTRAINT "mail_delivery_state" CHECK (state in ('due', 'claimed', 'sending', 'sent', 'failed', 'unknown')),
      CONSTRAINT "PK_d3538fca7dd3bf4d2f4ffc38a8c" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "mail_delivery_mark" ON "mail_delivery" ("address_mark", "sending_at")`,
  `CREATE UNIQUE INDEX "mail_delivery_cause" ON "mail_delivery" ("mail", "recipient", "cause")`,
  `CREATE TABLE "mail_hold" (
      "id" uuid NOT NULL,
      "cluster_id" uuid,
      "organisation_id" uuid,
      "reason" text NOT NULL,
      "held_by" uuid,
      "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "released_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_c181271d97a1895c65446bfbb54" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "mail_suppression" (
      "mark" bytea NOT NULL,
      "reason" text NOT NULL,
      "since" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "delivery_id" uuid,
      "told_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_75d5f1d87b3580701bc4140e575" PRIMARY KEY ("mark")
    )`,
  `CREATE TABLE "mailbox_message" (
      "id" uuid NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "to_name" text NOT NULL,
      "to_address" text NOT NULL,
      "subject" text NOT NULL,
      "text" text NOT NULL,
      "html" text NOT NULL,
      "language" text NOT NULL,
      "raw" text NOT NULL,
      CONSTRAINT "PK_eb5beb35e00faf3cb0dd9a0e534" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "mailbox_message_at" ON "mailbox_message" ("at")`,
  `ALTER TABLE "mail_address"
      ADD CONSTRAINT "FK_36b350cf98fdb81e212d87ec6b8" FOREIGN KEY ("delivery_id") REFERENCES "mail_delivery"("id") ON DELETE CASCADE`,
];

const indexes = [
  `create index mail_delivery_due on mail_delivery (rank, available_at, id) where state = 'due'`,
  `create index mail_delivery_held on mail_delivery (lease_until) where state in ('claimed', 'sending')`,
  `create index mail_hold_open on mail_hold (cluster_id) where released_at is null`,
];
