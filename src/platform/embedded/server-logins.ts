import pg from 'pg';

import type { ConnectionSettings } from '../database/connection-settings.js';

/** Where a server answers. */
export type ServerAddress = Pick<ConnectionSettings, 'host' | 'port'>;

/** Owns everything and migrates; on an embedded server also its superuser. */
export const ownerLogin = 'tessera_owner';
/** Runs the service: owns nothing and cannot bypass row-level security. */
export const appLogin = 'tessera_app';

/** Makes the login that the service runs as, where it is missing, on a server that `tessera_owner` rules. */
export async function ensureLogins(server: ServerAddress): Promise<void> {
  await asOwner(server, async (client) => {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [appLogin]);
    if (found.rowCount) return;
    await client.query(
      `create role ${appLogin} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication`,
    );
  });
}

/** Runs work on a connection of its own, as the owner, in the database `postgres`. */
export async function asOwner<T>(server: ServerAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...server, user: ownerLogin, database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
