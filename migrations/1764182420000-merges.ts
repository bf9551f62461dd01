import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const officer = `(select current_scope_role()) = 'officer'`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;

/** What staff said of entries that may be one organisation; notes about a member can go along with it. */
export class Merges1764182420000 implements MigrationInterface {
  readonly name = 'Merges1764182420000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of table) await run(statement);
    await run(`alter table organisation_merge enable row level security;
      alter table organisation_merge force row level security;
      create policy readable on organisation_merge for select to tessera_app using ((${system} or ${officer}) and ${ours});
      create policy inserted on organisation_merge for insert to tessera_app with check (${system} and ${ours});
      create policy changed on organisation_merge for update to tessera_app using (${system} and ${ours}) with check (${system} and ${ours});
      create policy removed on organisation_merge for delete to tessera_app using (${system} and ${ours})`);
    await run(notes(`('officer', 'operator', 'system')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organisation_merge');
    await runner.query(notes(`('officer', 'operator')`));
  }
}

const notes = (roles: string): string => {
  const allowed = `(select current_scope_role()) in ${roles} and ${ours}`;
  return `drop policy staff_rows on member_note;
    create policy staff_rows on member_note to tessera_app using (${allowed}) with check (${allowed})`;
};

const table = [
  `CREATE TABLE "organisation_merge" (
    "id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "kept_id" uuid NOT NULL,
    "other_id" uuid NOT NULL,
    "kept_name" text NOT NULL,
    "other_name" text NOT NULL,
    "decision" text NOT NULL,
    "reasons" text array NOT NULL,
    "moved" jsonb,
    "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    "undone_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "organisation_merge_moved" CHECK ((decision = 'same') = (moved is not null)),
    CONSTRAINT "organisation_merge_decision" CHECK (decision in ('same', 'different')),
    CONSTRAINT "organisation_merge_two" CHECK (kept_id <> other_id),
    CONSTRAINT "organisation_merge_pk" PRIMARY KEY ("id"),
    CONSTRAINT "organisation_merge_in_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
    CONSTRAINT "organisation_merge_stays" FOREIGN KEY ("kept_id") REFERENCES "organisation"("id") ON DELETE CASCADE,
    CONSTRAINT "organisation_merge_goes" FOREIGN KEY ("other_id") REFERENCES "organisation"("id") ON DELETE CASCADE)`,
  `CREATE INDEX "organisation_merge_of_cluster" ON "organisation_merge" ("cluster_id", "decided_at")`,
  `CREATE INDEX "organisation_merge_kept" ON "organisation_merge" ("kept_id")`,
  `CREATE INDEX "organisation_merge_other" ON "organisation_merge" ("other_id")`,
];
