import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that the service itself reads for those who may see the request they belong to. */
const serviceOnly = [
  'organisation_closing',
  'introduction_guest',
  'introduction_link',
  'introduction_slot',
  'introduction_message',
  'introduction_change',
  'introduction_words',
];

const made = [...serviceOnly, 'introduction'];

const system = `(select current_scope_role()) = 'system'`;
/** Its two sides and the officers of both, as soon as it was sent; before, whoever wrote it. */
const parties = `(select current_scope_role()) = 'member' and (sender_organisation_id = (select current_organisation())
    or (sent_at is not null and recipient_organisation_id = (select current_organisation())))
  or (select current_scope_role()) in ('officer', 'manager') and clusters && (select current_clusters())
    and (sent_at is not null or sender_organisation_id is null)`;

/** Requests from one side to another, with their words, history, messages, times to talk and links; closing days. */
export class Introductions1764180800000 implements MigrationInterface {
  readonly name = 'Introductions1764180800000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    await run('create index introduction_of_clusters on introduction using gin (clusters)');
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`grant select, insert, update, delete on ${table} to tessera_app`);
    }
    await run('revoke update on introduction_change from tessera_app');
    for (const table of serviceOnly)
      await run(
        `create policy service_rows on ${table} to tessera_app using (${system}) with check (${system})`,
      );
    await run(
      `create policy readable on introduction for select to tessera_app using (${system} or ${parties})`,
    );
    await run(`create policy inserted on introduction for insert to tessera_app with check (${system})`);
    await run(
      `create policy changed on introduction for update to tessera_app using (${system}) with check (${system})`,
    );
    await run(`create policy removed on introduction for delete to tessera_app using (${system})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of made) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  `CREATE TABLE "introduction" ("id" uuid NOT NULL, "clusters" uuid array NOT NULL, "sender_clusters" uuid array NOT NULL, "recipient_clusters" uuid array NOT NULL, "sender_organisation_id" uuid, "recipient_organisation_id" uuid, "recipient_name" text, "channel" text NOT NULL, "purpose" text NOT NULL, "about_organisation_id" uuid, "masked" boolean NOT NULL, "shows_sender" boolean NOT NULL DEFAULT false, "opportunity_id" uuid, "seat_id" uuid, "subject" text NOT NULL, "role" text NOT NULL, "replacement" boolean NOT NULL DEFAULT false, "language" text NOT NULL, "need_key" text NOT NULL, "fingerprint" bytea, "state" text NOT NULL, "version" integer NOT NULL, "reserve" boolean NOT NULL DEFAULT false, "created_by" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "queued_for" TIMESTAMP WITH TIME ZONE, "released_by" uuid, "sent_at" TIMESTAMP WITH TIME ZONE, "read_at" TIMESTAMP WITH TIME ZONE, "answered_at" TIMESTAMP WITH TIME ZONE, "remind_at" TIMESTAMP WITH TIME ZONE, "escalate_at" TIMESTAMP WITH TIME ZONE, "expire_at" TIMESTAMP WITH TIME ZONE, "nudge_at" TIMESTAMP WITH TIME ZONE, "due_at" TIMESTAMP WITH TIME ZONE, "called_by" uuid, "reason" text, CONSTRAINT "introduction_channel" CHECK (channel in ('member', 'outside', 'guest')), CONSTRAINT "introduction_state" CHECK (state in ('draft', 'sent', 'read', 'accepted', 'declined', 'more-information', 'escalated', 'expired', 'withdrawn')), CONSTRAINT "PK_d5544c866e1ffeb156a2b636082" PRIMARY KEY ("id"))`,
  `CREATE INDEX "introduction_due" ON "introduction" ("due_at")`,
  `CREATE INDEX "introduction_of_need" ON "introduction" ("need_key")`,
  `CREATE INDEX "introduction_of_recipient" ON "introduction" ("recipient_organisation_id", "sent_at")`,
  `CREATE INDEX "introduction_of_sender" ON "introduction" ("sender_organisation_id", "changed_at")`,
  `CREATE TABLE "introduction_words" ("introduction_id" uuid NOT NULL, "parts" jsonb NOT NULL, "shown_parts" jsonb, "allowed" text array NOT NULL DEFAULT '{}', CONSTRAINT "PK_1cd282e80d376dacdb155eba41b" PRIMARY KEY ("introduction_id"))`,
  `CREATE TABLE "introduction_change" ("id" uuid NOT NULL, "introduction_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor" text NOT NULL, "deed" text NOT NULL, "state_from" text, "state_to" text, CONSTRAINT "PK_5a54bff5b58b2ea43b009514b46" PRIMARY KEY ("id"))`,
  `CREATE INDEX "introduction_change_of" ON "introduction_change" ("introduction_id", "at")`,
  `CREATE TABLE "introduction_message" ("id" uuid NOT NULL, "introduction_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "side" text NOT NULL, "author" uuid, "text" text NOT NULL, "shown_text" text NOT NULL, CONSTRAINT "PK_793f9724b55459cc557cb9de8d9" PRIMARY KEY ("id"))`,
  `CREATE INDEX "introduction_message_of" ON "introduction_message" ("introduction_id", "at")`,
  `CREATE TABLE "introduction_slot" ("id" uuid NOT NULL, "introduction_id" uuid NOT NULL, "side" text NOT NULL, "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "minutes" integer NOT NULL, "chosen_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ed92f5f60e8b40319b4e8704c43" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "introduction_slot_of" ON "introduction_slot" ("introduction_id", "starts_at")`,
  `CREATE TABLE "introduction_link" ("id" uuid NOT NULL, "introduction_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_22c208d0c8c446725c53f9b3901" UNIQUE ("token_hash"), CONSTRAINT "PK_bc96fe7fcdac83217608635af3e" PRIMARY KEY ("id"))`,
  `CREATE INDEX "introduction_link_of" ON "introduction_link" ("introduction_id")`,
  `CREATE TABLE "introduction_guest" ("introduction_id" uuid NOT NULL, "name" text NOT NULL, "email" text NOT NULL, CONSTRAINT "PK_3d89178888fff5fe78da934132f" PRIMARY KEY ("introduction_id"))`,
  `CREATE TABLE "organisation_closing" ("id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "from_day" date NOT NULL, "until_day" date NOT NULL, CONSTRAINT "PK_dc2eb267697c3ec0c7eb331c559" PRIMARY KEY ("id"))`,
  `CREATE INDEX "organisation_closing_of" ON "organisation_closing" ("organisation_id", "from_day")`,
  `ALTER TABLE "introduction" ADD CONSTRAINT "FK_fd5aaadf83651d3028cb2bd18bc" FOREIGN KEY ("opportunity_id") REFERENCES "opportunity"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction" ADD CONSTRAINT "FK_a61b7b03115482f5169a00a0191" FOREIGN KEY ("seat_id") REFERENCES "consortium_seat"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_words" ADD CONSTRAINT "FK_1cd282e80d376dacdb155eba41b" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_change" ADD CONSTRAINT "FK_6306eb4c3ff2d7ab4b643a39225" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_message" ADD CONSTRAINT "FK_5cdfa05550323722a57fb246b24" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_slot" ADD CONSTRAINT "FK_0e1734e122635b38fbd23514538" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_link" ADD CONSTRAINT "FK_93f63d0cc2d742fd04e4802697a" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "introduction_guest" ADD CONSTRAINT "FK_3d89178888fff5fe78da934132f" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "organisation_closing" ADD CONSTRAINT "FK_2cd53606e797cd363384909af58" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
];
