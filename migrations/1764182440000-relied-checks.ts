import type { MigrationInterface, QueryRunner } from 'typeorm';

const role = '(select current_scope_role())';
const ours = 'cluster_id = any ((select current_clusters())::uuid[])';

/** The last check of each board that staff relied on, and the rules it was made by. */
export class ReliedChecks1764182440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`CREATE TABLE "relied_check" (
      "consortium_id" uuid NOT NULL,
      "cluster_id" uuid NOT NULL,
      "result" text NOT NULL,
      "rule_set" text,
      "version" text,
      "occasion" text NOT NULL,
      "relied_by" text NOT NULL,
      "relied_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "relied_check_occasion" CHECK (occasion in ('checked', 'checked-again', 'agreed', 'handed-over')),
      CONSTRAINT "relied_check_result" CHECK (result in ('pass', 'fail', 'needs-review')),
      CONSTRAINT "relied_check_pk" PRIMARY KEY ("consortium_id"),
      CONSTRAINT "relied_check_of_board" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id", "cluster_id") ON DELETE CASCADE)`);
    await run(`CREATE INDEX "relied_check_of_cluster" ON "relied_check" ("cluster_id")`);
    await run(`alter table relied_check enable row level security;
      alter table relied_check force row level security;
      grant select, insert, update, delete on relied_check to tessera_app;
      create policy readable on relied_check for select to tessera_app
        using ((${ours} and ${role} in ('officer', 'manager')) or ${role} = 'system');
      create policy inserted on relied_check for insert to tessera_app with check (${ours} and ${role} = 'officer');
      create policy changed on relied_check for update to tessera_app
        using (${ours} and ${role} = 'officer') with check (${ours} and ${role} = 'officer')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table relied_check');
  }
}
