import type { MigrationInterface, QueryRunner } from 'typeorm';

const worksHere = `(select current_scope_role()) in ('member', 'manager', 'officer', 'operator', 'system')`;
const ours = `cluster_id = any ((select current_clusters())::uuid[])`;

/** What newcomers keep of a cluster's lists at least: read by whoever ranks there, written by the service for its staff. */
export class NewcomerShare1764181500000 implements MigrationInterface {
  readonly name = 'NewcomerShare1764181500000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(
      `CREATE TABLE "newcomer_share" ("id" uuid NOT NULL, "cluster_id" uuid NOT NULL, "share" double precision, "reason" text NOT NULL, "undoes" uuid, "set_by" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "newcomer_share_range" CHECK (share between 0 and 0.5), CONSTRAINT "newcomer_share_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "newcomer_share_of_cluster" ON "newcomer_share" ("cluster_id", "at")`);
    await run(
      `ALTER TABLE "newcomer_share" ADD CONSTRAINT "newcomer_share_cluster" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
    );
    await run('alter table newcomer_share enable row level security');
    await run('alter table newcomer_share force row level security');
    await run('grant select, insert on newcomer_share to tessera_app');
    await run(
      `create policy readable on newcomer_share for select to tessera_app using (${worksHere} and ${ours})`,
    );
    await run(`create policy inserted on newcomer_share for insert to tessera_app
      with check ((select current_scope_role()) = 'system' and ${ours})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table newcomer_share');
  }
}
