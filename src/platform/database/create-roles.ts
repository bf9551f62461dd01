import pg from 'pg';

import type { ConnectionSettings } from './connection-settings.js';

/** Makes the role that the service runs as, where it is missing; roles belong to the server, not to a migration. */
export async function createRoles(owner: ConnectionSettings, password: string | null): Promise<void> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'tessera_app'");
    if (!rowCount)
      await client.query('create role tessera_app login nosuperuser nocreatedb nocreaterole nobypassrls');
    if (password !== null)
      await client.query(`alter role tessera_app password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}
