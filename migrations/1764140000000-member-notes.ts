import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes and next steps of a cluster's staff about its members: rows of that cluster's officers alone. */
export class MemberNotes1764140000000 implements MigrationInterface {
  readonly name = 'MemberNotes1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "member_note" (
      "id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "organisation_id" uuid NOT NULL,
      "step" text,
      "text" text NOT NULL,
      "due_on" date,
      "done_at" TIMESTAMP WITH TIME ZONE,
      "author" text NOT NULL,
      "written_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "version" integer NOT NULL DEFAULT '1',
      CONSTRAINT "member_note_text" CHECK (length(text) between 1 and 4000),
      CONSTRAINT "member_note_pk" PRIMARY KEY ("id"),
      CONSTRAINT "member_note_of_its_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
      CONSTRAINT "member_note_about" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE)`);
    await run(`CREATE INDEX "member_note_of_member" ON "member_note" ("cluster_id", "organisation_id")`);
    await run(`CREATE INDEX "member_note_of_organisation" ON "member_note" ("organisation_id")`);
    const ours = `(select current_scope_role()) in ('officer', 'operator')
      and cluster_id = any ((select current_clusters())::uuid[])`;
    await run(`alter table member_note enable row level security;
      alter table member_note force row level security;
      create policy staff_rows on member_note to tessera_app using (${ours}) with check (${ours})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "member_note"');
  }
}
