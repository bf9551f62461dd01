/**
 * A process of its own that opens the embedded database, for embedded.int-spec.ts:
 *
 *     node --import ./scripts/typescript.mjs test/faults/embedded-process.ts PURPOSE DATA_DIR [SQL …]
 *
 * Prints JSON lines: `{"open": …}`, then the first row of each SQL. A `service` announces itself and stays until
 * SIGTERM; a `command` closes and ends; a `long-command` stays until it is killed. A failure is `{"error": code}`.
 */
import type { Socket } from 'node:net';

import pg from 'pg';

import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../src/platform/embedded/embedded-database.js';
import { AppError } from '../../src/platform/errors/app-error.js';

const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const [purpose = '', dataDir = '', ...statements] = process.argv.slice(2);

async function query(database: EmbeddedDatabase, sql: string): Promise<void> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const results = [await client.query<Record<string, unknown>>(sql)].flat();
  say({ row: results.at(-1)?.rows[0] ?? null });
  await client.end();
}

process.stdin.once('end', () => process.exit(1)).resume(); // the test run is gone
(process.stdin as Socket).unref();

try {
  const database = await openEmbeddedDatabase({
    dataDir,
    purpose: purpose === 'service' ? 'service' : 'command',
    name: 'suggest X',
    log: (line) => say({ log: line }),
    onLost: (error) => say({ lost: String(error) }),
  });
  const { owner, app, firstStart, attached, serviceAddress } = database;
  for (const sql of statements) await query(database, sql);
  if (firstStart) await database.completeFirstStart();
  if (purpose === 'service') await database.announce('http://127.0.0.1:4711');
  say({ open: { owner, app, firstStart, attached, serviceAddress } });
  if (purpose === 'command') await database.close();
  if (purpose === 'service')
    process.once('SIGTERM', () => void database.close().then(() => say({ closed: true })));
} catch (error) {
  say(error instanceof AppError ? { error: error.code, message: error.message } : { error: String(error) });
  process.exit(1);
}
