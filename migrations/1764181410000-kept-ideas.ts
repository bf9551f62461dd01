import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const officer = `(select current_scope_role()) = 'officer'`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;

/** Ideas that people keep: theirs, and their officers' where they say so; other clusters read a masked copy. */
export class KeptIdeas1764181410000 implements MigrationInterface {
  readonly name = 'KeptIdeas1764181410000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    const read: Readonly<Record<string, string>> = {
      kept_idea: `${system} or user_id = (select current_user_id())
        or (${officer} and audience <> 'private' and ${ours})`,
      // ended agreements put it out of reach at once
      shared_idea: `${system} or (${officer} and ${ours} and from_cluster_id = any ((select sister_clusters())::uuid[]))`,
    };
    for (const [table, condition] of Object.entries(read)) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(`create policy readable on ${table} for select to tessera_app using (${condition})`);
      await run(`create policy inserted on ${table} for insert to tessera_app with check (${system})`);
      await run(
        `create policy changed on ${table} for update to tessera_app using (${system}) with check (${system})`,
      );
      await run(`create policy removed on ${table} for delete to tessera_app using (${system})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shared_idea');
    await runner.query('drop table kept_idea');
  }
}

const tables = [
  `CREATE TABLE "kept_idea" (
    "id" uuid NOT NULL,
    "user_id" uuid NOT NULL,
    "organisation_id" uuid,
    "cluster_id" uuid NOT NULL,
    "title" text NOT NULL,
    "text" text NOT NULL,
    "audience" text NOT NULL,
    "kept_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "kept_idea_text" CHECK (length(text) between 20 and 20000),
    CONSTRAINT "kept_idea_title" CHECK (length(title) between 1 and 120),
    CONSTRAINT "kept_idea_audience" CHECK (audience in ('private', 'officer', 'clusters')),
    CONSTRAINT "kept_idea_pk" PRIMARY KEY ("id"),
    CONSTRAINT "kept_idea_of_its_person" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE,
    CONSTRAINT "kept_idea_of_its_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE,
    CONSTRAINT "kept_idea_of_its_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE)`,
  `CREATE INDEX "kept_idea_of_person" ON "kept_idea" ("user_id")`,
  `CREATE INDEX "kept_idea_of_cluster" ON "kept_idea" ("cluster_id")`,
  `CREATE INDEX "kept_idea_of_organisation" ON "kept_idea" ("organisation_id")`,
  `CREATE TABLE "shared_idea" (
    "idea_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "from_cluster_id" uuid NOT NULL,
    "title" text NOT NULL,
    "text" text NOT NULL,
    "shared_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "shared_idea_pk" PRIMARY KEY ("idea_id", "cluster_id"),
    CONSTRAINT "shared_idea_of" FOREIGN KEY ("idea_id") REFERENCES "kept_idea"("id") ON DELETE CASCADE,
    CONSTRAINT "shared_idea_with" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
    CONSTRAINT "shared_idea_from" FOREIGN KEY ("from_cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE)`,
  `CREATE INDEX "shared_idea_for_cluster" ON "shared_idea" ("cluster_id")`,
];
