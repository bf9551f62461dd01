import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took it upon themselves to go on although something is not as it should be, and as which project a board was funded. */
export class Agreeing1764180710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(`ALTER TABLE "consortium" ADD "funded_grant" text`);
    await run(`CREATE TABLE "board_waiver" (
      "consortium_id" uuid NOT NULL,
      "item" text NOT NULL,
      "cluster_id" uuid NOT NULL,
      "reason" text NOT NULL,
      "waived_by" text NOT NULL,
      "waived_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "board_waiver_reason" CHECK (length(reason) between 3 and 2000),
      CONSTRAINT "board_waiver_pk" PRIMARY KEY ("consortium_id", "item"),
      CONSTRAINT "board_waiver_on_board" FOREIGN KEY ("consortium_id", "cluster_id") REFERENCES "consortium"("id", "cluster_id") ON DELETE CASCADE)`);
    await run(`CREATE INDEX "board_waiver_of_cluster" ON "board_waiver" ("cluster_id")`);
    const role = '(select current_scope_role())';
    const ours = 'cluster_id = any ((select current_clusters())::uuid[])';
    await run(`alter table board_waiver enable row level security;
      alter table board_waiver force row level security;
      grant select, insert, update, delete on board_waiver to tessera_app;
      create policy readable on board_waiver for select to tessera_app
        using ((${ours} and ${role} in ('officer', 'manager')) or ${role} = 'system');
      create policy inserted on board_waiver for insert to tessera_app with check (${ours} and ${role} = 'officer');
      create policy changed on board_waiver for update to tessera_app
        using (${ours} and ${role} = 'officer') with check (${ours} and ${role} = 'officer');
      create policy removed on board_waiver for delete to tessera_app using (${ours} and ${role} = 'officer')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table board_waiver');
    await runner.query('ALTER TABLE "consortium" DROP COLUMN "funded_grant"');
  }
}
