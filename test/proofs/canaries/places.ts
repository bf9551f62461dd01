import pg from 'pg';
import type { Redis } from 'ioredis';

import { systemScope } from '../../../src/platform/database/scope.js';
import type { HttpService } from '../../support/http-service.js';

/** Where no personal data may be: the name of a place, and all that stands there. */
export type Places = Map<string, string[]>;

/** Tables of ours that hold work, counts and deeds: ids alone. */
const tables = [
  'outbox',
  'work_unit',
  'effect_done',
  'worker_heartbeat',
  'throttle',
  'audit_entry',
  'erasure',
];

/** What the database's work tables and the queue's own hold. */
export async function databasePlaces(
  { database }: HttpService,
  clusters: readonly string[],
): Promise<Places> {
  const places: Places = new Map();
  await database.unitOfWork.run(systemScope(clusters), async ({ manager }) => {
    for (const table of tables) {
      const rows = await manager.query<{ row: string }[]>(`select to_jsonb(t)::text as row from ${table} t`);
      places.set(table, rows.map(({ row }) => row)); // prettier-ignore
    }
  });
  const owner = new pg.Client(database.owner);
  await owner.connect();
  try {
    const { rows: queues } = await owner.query<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
       from information_schema.tables where table_schema = 'bullmq'`,
    );
    for (const { name } of queues) {
      const { rows } = await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
      places.set(name, rows.map(({ row }) => row)); // prettier-ignore
    }
  } finally {
    await owner.end();
  }
  return places;
}

/** Every command that Redis is sent from now on, with its values. */
export async function watchRedis(client: Redis): Promise<{ lines: string[]; stop: () => void }> {
  const lines: string[] = [];
  const monitor = await client.monitor();
  monitor.on('monitor', (_time: string, args: string[]) => lines.push(args.join(' ')));
  return { lines, stop: () => monitor.disconnect() };
}

/** Everything this process prints from now on; it is not shown meanwhile. */
export function watchOutput(): { lines: string[]; stop: () => void } {
  const lines: string[] = [];
  const real = { out: process.stdout.write, err: process.stderr.write };
  const keep = ((chunk: string | Uint8Array) => lines.push(String(chunk)) > 0) as typeof process.stdout.write;
  process.stdout.write = keep;
  process.stderr.write = keep;
  return {
    lines,
    stop: () => {
      process.stdout.write = real.out;
      process.stderr.write = real.err;
    },
  };
}
