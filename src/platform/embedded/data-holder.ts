import pg from 'pg';

import { isConnectionLoss } from '../database/unit-of-work.js';
import { ownerLogin, type ServerAddress } from './server-logins.js';

/**
 * A process that holds the data, as it presents itself to others.
 *
 * - `service`: `detail` is its HTTP address, empty until it serves
 * - `command`: `detail` is the command's name
 */
export interface Holder {
  readonly purpose: 'service' | 'command';
  readonly pid: number;
  readonly detail: string;
}

/** The hold itself: it lasts as long as this connection, so a killed process cannot leave one behind. */
export interface Hold {
  present(holder: Holder): Promise<void>;
  /** settles when the connection is gone, for whatever reason */
  readonly ended: Promise<void>;
  release(): Promise<void>;
}

/** Any constant; locks are per database, and nobody else locks in `postgres`. */
const lockKey = 7_355_608;

/**
 * Takes hold of the data through an advisory lock on their server, or says who has it.
 *
 * @returns `'gone'` when the server stopped, or was not yet taking connections: look again
 */
export async function takeHold(server: ServerAddress, self: Holder): Promise<Hold | Holder | 'gone'> {
  const client = new pg.Client({
    ...server,
    user: ownerLogin,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', () => undefined); // `end` follows, and is what counts
  try {
    await client.connect();
    await present(client, self);
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      lockKey,
    ]);
    if (rows[0]?.taken)
      return { present: (holder) => present(client, holder), ended, release: () => client.end() };
    const other = await currentHolder(client);
    await client.end();
    return other ?? 'gone';
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isConnectionLoss(error)) return 'gone';
    throw error;
  }
}

/** The name others see in `pg_stat_activity`; PostgreSQL keeps its first 63 bytes. */
async function present(client: pg.Client, { purpose, pid, detail }: Holder): Promise<void> {
  const name = `tessera ${purpose} ${pid} ${detail}`;
  await client.query(`select set_config('application_name', $1, false)`, [name]);
}

async function currentHolder(client: pg.Client): Promise<Holder | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and a.datname = 'postgres'`,
    [lockKey],
  );
  const [, purpose, pid, detail] = /^tessera (service|command) (\d+) ?(.*)$/.exec(rows[0]?.name ?? '') ?? [];
  if (!purpose) return null;
  return {
    purpose: purpose === 'service' ? 'service' : 'command',
    pid: Number(pid),
    detail: (detail ?? '').trim(),
  };
}
