import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system'`;
const officer = `(select current_scope_role()) = 'officer'`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;

const made = ['same_idea', 'idea_ask'];

/** Alike ideas whose authors officers asked. Who the author is stands nowhere here: the idea's own row knows. */
export class SameIdeas1764182300000 implements MigrationInterface {
  readonly name = 'SameIdeas1764182300000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    for (const statement of tables) await run(statement);
    for (const table of made) {
      await run(`alter table ${table} enable row level security`);
      await run(`alter table ${table} force row level security`);
      await run(
        `create policy readable on ${table} for select to tessera_app using (${system} or (${officer} and ${ours}))`,
      );
      await run(`create policy inserted on ${table} for insert to tessera_app with check (${system})`);
      await run(
        `create policy changed on ${table} for update to tessera_app using (${system}) with check (${system})`,
      );
      await run(`create policy removed on ${table} for delete to tessera_app using (${system})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...made].reverse()) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  `CREATE TABLE "same_idea" (
    "id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "title" text NOT NULL,
    "shared" text array NOT NULL,
    "sides" smallint NOT NULL,
    "clusters" smallint NOT NULL,
    "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "consortium_id" uuid,
    CONSTRAINT "same_idea_pk" PRIMARY KEY ("id"),
    CONSTRAINT "same_idea_of_its_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE,
    CONSTRAINT "same_idea_on_its_board" FOREIGN KEY ("consortium_id") REFERENCES "consortium"("id") ON DELETE SET NULL)`,
  `CREATE INDEX "same_idea_of_cluster" ON "same_idea" ("cluster_id", "asked_at")`,
  `CREATE INDEX "same_idea_on_board" ON "same_idea" ("consortium_id")`,
  `CREATE TABLE "idea_ask" (
    "same_idea_id" uuid NOT NULL,
    "idea_id" uuid NOT NULL,
    "cluster_id" uuid NOT NULL,
    "shared" text array NOT NULL,
    "state" text NOT NULL,
    "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "answered_at" TIMESTAMP WITH TIME ZONE,
    CONSTRAINT "idea_ask_answered" CHECK ((state = 'asked') = (answered_at is null)),
    CONSTRAINT "idea_ask_state" CHECK (state in ('asked', 'agreed', 'refused')),
    CONSTRAINT "idea_ask_pk" PRIMARY KEY ("same_idea_id", "idea_id"),
    CONSTRAINT "idea_ask_of_group" FOREIGN KEY ("same_idea_id") REFERENCES "same_idea"("id") ON DELETE CASCADE,
    CONSTRAINT "idea_ask_about" FOREIGN KEY ("idea_id") REFERENCES "kept_idea"("id") ON DELETE CASCADE,
    CONSTRAINT "idea_ask_of_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE)`,
  `CREATE UNIQUE INDEX "idea_ask_once" ON "idea_ask" ("cluster_id", "idea_id")`,
  `CREATE INDEX "idea_ask_of_idea" ON "idea_ask" ("idea_id")`,
];
