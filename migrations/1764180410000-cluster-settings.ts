import type { MigrationInterface, QueryRunner } from 'typeorm';

const system = `(select current_scope_role()) = 'system' and cluster_id = any ((select current_clusters())::uuid[])`;
const theirs = `(select current_scope_role()) in ('member', 'manager', 'officer', 'operator', 'system')
  and cluster_id = any ((select my_clusters())::uuid[])`;

/** How a cluster looks and works, set by its own staff. */
export class ClusterSettings1764180410000 implements MigrationInterface {
  readonly name = 'ClusterSettings1764180410000';

  async up(runner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => runner.query(sql);
    await run(
      `CREATE TABLE "cluster_setting" ("cluster_id" uuid NOT NULL, "colour" text, "sender_name" text, "languages" text array NOT NULL DEFAULT '{it,en}', "time_zone" text NOT NULL DEFAULT 'Europe/Rome', "patron_saint" text, "closed_on" date array NOT NULL DEFAULT '{}', "logo" bytea, "logo_type" text, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "cluster_setting_pkey" PRIMARY KEY ("cluster_id"))`,
    );
    await run(
      `ALTER TABLE "cluster_setting" ADD CONSTRAINT "cluster_setting_of" FOREIGN KEY ("cluster_id") REFERENCES "cluster"("id") ON DELETE CASCADE`,
    );
    await run('alter table cluster_setting enable row level security');
    await run('alter table cluster_setting force row level security');
    await run('grant select, insert, update, delete on cluster_setting to tessera_app');
    await run(`create policy readable on cluster_setting for select to tessera_app using (${theirs})`);
    await run(`create policy inserted on cluster_setting for insert to tessera_app with check (${system})`);
    await run(
      `create policy changed on cluster_setting for update to tessera_app using (${system}) with check (${system})`,
    );
    await run(`create policy removed on cluster_setting for delete to tessera_app using (${system})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cluster_setting');
  }
}
