import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offers of seats, what Part A asks of whoever takes one, links for guests, and needs shown to members. */
export class Seats1764180700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    await policies(runner, 'seat_offer', {
      read: `${looking} or ${system} or organisation_id = (select current_organisation())`,
      write: `${officers} or ${serving}`,
    });
    await policies(runner, 'seat_party', {
      read: `${officers} or ${system}`,
      write: `${officers} or ${serving}`,
    });
    await policies(runner, 'guest_link', {
      read: `${officers} or ${system}`,
      write: `${officers} or ${serving}`,
    });
    await policies(runner, 'need_share', {
      read: `${looking} or ${system} or ${received} or (state = 'told' and ${told})`,
      write: `${officers} or ${serving}`,
    });
    // a need that was approved and shown is read by those it was shown to; what hangs on it is not
    await run(`create policy shared on consortium_need for select to tessera_app
      using (state = 'approved' and id in (select need_id from need_share))`);
    // what an answer changes, the service writes down for whoever gave it
    for (const table of boards) await serviceWrites(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy shared on consortium_need');
    for (const table of boards)
      for (const policy of ['served_in', 'served'])
        await runner.query(`drop policy if exists ${policy} on ${table}`);
    for (const table of [...made].reverse()) await runner.query(`drop table ${table}`);
    await runner.query(`ALTER TABLE "consortium_seat" DROP COLUMN "required"`);
    await runner.query(`ALTER TABLE "consortium_seat" DROP CONSTRAINT "consortium_seat_held"`);
    await runner.query(`update consortium_seat set state = 'open' where organisation_id is null`);
    await runner.query(
      `ALTER TABLE "consortium_seat" ADD CONSTRAINT "consortium_seat_held" CHECK ((organisation_id is null) = (state = 'open'))`,
    );
  }
}

const made = ['seat_offer', 'seat_party', 'guest_link', 'need_share'] as const;
const boards = ['consortium', 'consortium_need', 'consortium_seat', 'consortium_change'] as const;

const role = '(select current_scope_role())';
const ours = 'cluster_id = any ((select current_clusters())::uuid[])';
const system = `${role} = 'system'`;
const looking = `(${ours} and ${role} in ('officer', 'manager'))`;
const officers = `(${ours} and ${role} = 'officer')`;
const serving = `(${ours} and ${system})`;
/** Staff of the cluster it is shown to. */
const received = `(${role} = 'officer' and to_cluster_id = any ((select current_clusters())::uuid[]))`;
/** Its members, where they were told. */
const told = `to_cluster_id in (select m.cluster_id from membership m where m.organisation_id = (select current_organisation())
    and (m.until is null or m.until >= current_date))
  and (organisation_ids = '{}' or (select current_organisation()) = any (organisation_ids))`;

async function policies(
  runner: QueryRunner,
  table: string,
  { read, write }: { readonly read: string; readonly write: string },
): Promise<void> {
  await runner.query(`create policy readable on ${table} for select to tessera_app using (${read})`);
  await runner.query(`create policy inserted on ${table} for insert to tessera_app with check (${write})`);
  await runner.query(
    `create policy changed on ${table} for update to tessera_app using (${write}) with check (${write})`,
  );
  await runner.query(`create policy removed on ${table} for delete to tessera_app using (${write})`);
}

async function serviceWrites(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`create policy served_in on ${table} for insert to tessera_app with check (${serving})`);
  if (table === 'consortium_change') return;
  await runner.query(
    `create policy served on ${table} for update to tessera_app using (${serving}) with check (${serving})`,
  );
}

const onBoard = (name: string): string =>
  `CONSTRAINT "${name}" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id", "cluster_id") ON DELETE CASCADE`;

const tables = [
  `ALTER TABLE "consortium_seat" ADD "required" boolean NOT NULL DEFAULT true`,
  `ALTER TABLE "consortium_seat" DROP CONSTRAINT "consortium_seat_held"`,
  `ALTER TABLE "consortium_seat" ADD CONSTRAINT "consortium_seat_held" CHECK (organisation_id is null or state <> 'open')`,
  `CREATE TABLE "seat_offer" (
    "id" uuid NOT NULL,
    "seat_id" uuid NOT NULL,
    "consortium_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "organisation_id" uuid NOT NULL,
    "state" text NOT NULL,
    "offered_by" text NOT NULL,
    "offered_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "words" text,
    "question" text,
    "reply" text,
    "answered_by" text,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "seat_offer_once" UNIQUE ("seat_id", "organisation_id"),
    CONSTRAINT "seat_offer_pk" PRIMARY KEY ("id"),
    CONSTRAINT "seat_offer_of_seat" FOREIGN KEY ("seat_id") REFERENCES "consortium_seat"("id") ON DELETE CASCADE,
    CONSTRAINT "seat_offer_to" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE,
    ${onBoard('seat_offer_on_board')})`,
  `CREATE INDEX "seat_offer_of_board" ON "seat_offer" ("consortium_id")`,
  `CREATE INDEX "seat_offer_of_cluster" ON "seat_offer" ("cluster_id")`,
  `CREATE INDEX "seat_offer_of_organisation" ON "seat_offer" ("organisation_id", "offered_at")`,
  `CREATE TABLE "seat_party" (
    "seat_id" uuid NOT NULL,
    "consortium_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "pic" text,
    "legal_name" text,
    "country" text,
    "type" text,
    "sme" boolean,
    "contact_name" text,
    "contact_email" text,
    "filled_by" text NOT NULL,
    "filled_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "seat_party_pic" CHECK (pic is null or pic ~ '^[0-9]{9}$'),
    CONSTRAINT "seat_party_pk" PRIMARY KEY ("seat_id"),
    CONSTRAINT "seat_party_of_seat" FOREIGN KEY ("seat_id") REFERENCES "consortium_seat"("id") ON DELETE CASCADE,
    ${onBoard('seat_party_on_board')})`,
  `CREATE INDEX "seat_party_of_board" ON "seat_party" ("consortium_id")`,
  `CREATE INDEX "seat_party_of_cluster" ON "seat_party" ("cluster_id")`,
  `CREATE TABLE "guest_link" (
    "id" uuid NOT NULL,
    "seat_id" uuid NOT NULL,
    "consortium_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "token_hash" bytea NOT NULL,
    "created_by" text NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "revoked_at" TIMESTAMP WITH TIME ZONE,
    "opened_at" TIMESTAMP WITH TIME ZONE,
    "answer" text,
    "words" text,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "guest_link_pk" PRIMARY KEY ("id"),
    CONSTRAINT "guest_link_seat" FOREIGN KEY ("seat_id") REFERENCES "consortium_seat"("id") ON DELETE CASCADE,
    ${onBoard('guest_link_on_board')})`,
  `CREATE INDEX "guest_link_of_board" ON "guest_link" ("consortium_id")`,
  `CREATE INDEX "guest_link_of_cluster" ON "guest_link" ("cluster_id")`,
  `CREATE INDEX "guest_link_of_seat" ON "guest_link" ("seat_id")`,
  `CREATE UNIQUE INDEX "guest_link_secret" ON "guest_link" ("token_hash")`,
  `CREATE TABLE "need_share" (
    "need_id" uuid NOT NULL,
    "to_cluster_id" uuid NOT NULL,
    "consortium_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "state" text NOT NULL,
    "organisation_ids" uuid array NOT NULL,
    "shared_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "decided_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "need_share_pk" PRIMARY KEY ("need_id", "to_cluster_id"),
    CONSTRAINT "need_share_of_need" FOREIGN KEY ("need_id") REFERENCES "consortium_need"("id") ON DELETE CASCADE,
    CONSTRAINT "need_share_to" FOREIGN KEY ("to_cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
    ${onBoard('need_share_on_board')})`,
  `CREATE INDEX "need_share_of_board" ON "need_share" ("consortium_id")`,
  `CREATE INDEX "need_share_of_cluster" ON "need_share" ("cluster_id")`,
  `CREATE INDEX "need_share_with" ON "need_share" ("to_cluster_id", "state")`,
];
