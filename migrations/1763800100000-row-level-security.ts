import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open data: readable in any scope, written by the operator and the service itself. */
const open = [
  'cluster',
  'concept',
  'current_score_run',
  'opportunity',
  'opportunity_change',
  'opportunity_record',
  'participation',
  'project',
  'project_concept',
  'score_run',
];

/**
 * Rows that are either open data (`cluster_id` null) or one cluster's: the first are readable in any scope and
 * written by the operator and the service, the second are in reach of scopes that name the cluster.
 */
const openOrCluster = [
  'evidence',
  'import_row',
  'import_run',
  'match_list',
  'organisation_match_list',
  'organisation_record',
  'snapshot_segment',
];

/** One cluster's rows. */
const cluster = ['membership'];

/**
 * Row-level security, forced for the owner too, on every table. `(select …)` inside a policy runs once per
 * statement and keeps indexes in use. The rights are for `tessera_app`, which owns nothing and cannot bypass.
 */
export class RowLevelSecurity1763800100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`
      create function current_clusters() returns uuid[] language sql stable parallel safe
        as $$ select coalesce(nullif(current_setting('app.clusters', true), ''), '{}')::uuid[] $$;
      create function current_scope_role() returns text language sql stable parallel safe
        as $$ select coalesce(current_setting('app.role', true), '') $$;
      grant usage on schema public to tessera_app;
      grant select, insert, update, delete on all tables in schema public to tessera_app;
      revoke insert, update, delete on migration from tessera_app;
      revoke update, delete on audit_entry from tessera_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to tessera_app;
      alter default privileges in schema public grant usage, select on sequences to tessera_app;`);

    const inScope = `(select current_scope_role()) <> ''`;
    const serves = `(select current_scope_role()) in ('operator', 'system')`;
    const ours = `cluster_id = any ((select current_clusters())::uuid[])`;

    for (const table of open) {
      await protect(queryRunner, table);
      await run(`create policy readable on ${table} for select to tessera_app using (${inScope})`);
      await writable(queryRunner, table, serves);
    }
    for (const table of openOrCluster) {
      await protect(queryRunner, table);
      const reach = `((cluster_id is null and ${inScope}) or ${ours})`;
      const change = `((cluster_id is null and ${serves}) or ${ours})`;
      await run(`create policy readable on ${table} for select to tessera_app using (${reach})`);
      await writable(queryRunner, table, change);
    }
    for (const table of cluster) {
      await protect(queryRunner, table);
      await run(`create policy cluster_rows on ${table} to tessera_app using (${ours}) with check (${ours})`);
    }

    await protect(queryRunner, 'organisation');
    await run(`create policy readable on organisation for select to tessera_app
      using ((listed and ${inScope}) or ${serves} or id in (select organisation_id from membership))`);
    await writable(queryRunner, 'organisation', serves);

    await protect(queryRunner, 'audit_entry');
    await run(`create policy readable on audit_entry for select to tessera_app using (${serves})`);
    await run(`create policy appended on audit_entry for insert to tessera_app with check (${inScope})`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [...open, ...openOrCluster, ...cluster, 'organisation', 'audit_entry'];
    for (const table of tables) {
      for (const policy of ['readable', 'inserted', 'changed', 'removed', 'cluster_rows', 'appended']) {
        await queryRunner.query(`drop policy if exists ${policy} on ${table}`);
      }
      await queryRunner.query(`alter table ${table} disable row level security`);
    }
    await queryRunner.query(`
      alter default privileges in schema public revoke all on tables from tessera_app;
      alter default privileges in schema public revoke all on sequences from tessera_app;
      revoke all on all tables in schema public from tessera_app;
      revoke usage on schema public from tessera_app;
      drop function current_scope_role();
      drop function current_clusters();`);
  }
}

async function protect(queryRunner: QueryRunner, table: string): Promise<void> {
  await queryRunner.query(`alter table ${table} enable row level security`);
  await queryRunner.query(`alter table ${table} force row level security`);
}

async function writable(queryRunner: QueryRunner, table: string, condition: string): Promise<void> {
  await queryRunner.query(
    `create policy inserted on ${table} for insert to tessera_app with check (${condition})`,
  );
  await queryRunner.query(
    `create policy changed on ${table} for update to tessera_app using (${condition}) with check (${condition})`,
  );
  await queryRunner.query(`create policy removed on ${table} for delete to tessera_app using (${condition})`);
}
