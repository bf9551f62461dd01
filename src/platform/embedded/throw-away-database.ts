import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startServer } from './postgres-server.js';
import { ownerLogin } from './server-logins.js';

/** A PostgreSQL of one's own, for as long as it is open. */
export interface ThrowAwayDatabase {
  query<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Stops the server and removes its data. */
  close(): Promise<void>;
}

/** Nothing in it outlives it, so nothing waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', jit: 'off' };

/**
 * Starts the embedded server on a folder for temporary files, with one connection to it.
 *
 * @throws {AppError} what `startServer` throws
 */
export async function openThrowAwayDatabase(): Promise<ThrowAwayDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-throw-away-'));
  // run by root, the server is another user
  chmodSync(folder, 0o755);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startServer({
      dataDir: join(folder, 'data'),
      socketDir: join(folder, 'socket'),
      settings,
      throwAway: true,
    });
    const client = new pg.Client({
      host: server.socketDir,
      port: server.port,
      user: ownerLogin,
      database: 'postgres',
    });
    const close = async (): Promise<void> => {
      await client.end().catch(() => undefined);
      await server.stop();
      remove();
    };
    try {
      await client.connect();
    } catch (error) {
      await close();
      throw error;
    }
    return {
      query: async <Row>(statement: string, values: readonly unknown[] = []) =>
        (await client.query(statement, [...values])).rows as Row[],
      close,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
