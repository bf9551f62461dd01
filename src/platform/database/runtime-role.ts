import type { DataSource } from 'typeorm';

import { AppError } from '../errors/app-error.js';

interface RoleRow {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/**
 * Row-level security protects nobody from a role that may pass it by: the service refuses to run as one.
 *
 * @throws {AppError} `database.unsafe-role`
 */
export async function requireRuntimeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<RoleRow[]>(
    `select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
       exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  const why = role?.superuser
    ? 'is a superuser'
    : role?.bypasses
      ? 'may bypass row-level security'
      : role?.owns
        ? 'owns tables'
        : null;
  if (role && why === null) return;
  throw new AppError(
    'database.unsafe-role',
    'invalid',
    `DATABASE_URL signs in as "${role?.name ?? 'unknown'}", which ${why ?? 'is not known to the server'}: ` +
      'the service runs as tessera_app only ("tessera migrate --roles" makes it); the owner goes into DATABASE_ADMIN_URL',
  );
}

/**
 * @param expected names of the migrations this program knows
 * @throws {AppError} `database.not-migrated`: some of them were not run
 */
export async function requireMigrated(dataSource: DataSource, expected: readonly string[]): Promise<void> {
  const [table] = await dataSource.query<{ found: boolean }[]>(
    "select to_regclass('public.migration') is not null as found",
  );
  const rows = table?.found ? await dataSource.query<{ name: string }[]>('select name from migration') : [];
  const run = new Set(rows.map(({ name }) => name));
  const missing = expected.filter((name) => !run.has(name));
  if (missing.length === 0) return;
  throw new AppError(
    'database.not-migrated',
    'unavailable',
    `the database lacks ${missing.length} migration(s), the first is ${missing[0] ?? ''}: run "tessera migrate"`,
  );
}
