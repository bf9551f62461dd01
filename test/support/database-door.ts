import { mkdtemp, rm, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import pg from 'pg';

import type { TestDatabase } from './database.js';
import { throwAwayFolder } from './throw-away-folder.js';

/** A way to the test database that can be shut: to whoever uses it, the server is away. */
export interface DatabaseDoor {
  /** the folder of a Unix socket, for `ConnectionSettings.host` */
  readonly host: string;
  shut(): Promise<void>;
  open(): Promise<void>;
  remove(): Promise<void>;
}

export async function databaseDoor({ app, owner }: TestDatabase): Promise<DatabaseDoor> {
  const host = await mkdtemp(join(throwAwayFolder(), 'tessera-door-'));
  const name = `.s.PGSQL.${app.port}`;
  const open = (): Promise<void> => symlink(join(app.host, name), join(host, name));
  await open();
  return {
    host,
    open,
    shut: async () => {
      await unlink(join(host, name));
      await endConnections(owner);
    },
    remove: () => rm(host, { recursive: true, force: true }),
  };
}

/** Ends every other connection to the database, as a server that stops would. */
async function endConnections(owner: TestDatabase['owner']): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
  } finally {
    await client.end();
  }
}
