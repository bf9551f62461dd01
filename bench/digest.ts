/**
 * A week's digests, chosen and sent by a worker of the compiled service to a real SMTP server in a process of its own:
 * how long it takes until the server has taken all of them, at what rate, and in how much memory.
 *
 * What is found for each reader is given (ranking has benches of its own): this is planning, choosing, deciding to send,
 * writing and handing over. The database is a throw-away one that does not wait for the disk.
 */
import { existsSync, readFileSync } from 'node:fs';

import pg from 'pg';

import { buildService, startDigestWorker } from '../test/faults/digest-worker-process.js';
import { startMailSink, type MailSink } from '../test/faults/mail-sink-process.js';
import { plantCalls, plantTenant, slotFromNow } from '../test/proofs/digests/planted-readers.js';
import { openTestDatabase } from '../test/support/database.js';
import { startTestServer, stopTestServer } from '../test/support/postgres-server.js';
import { until } from '../test/support/until.js';
import type { Bench } from './bench.js';

const sizes = [800, 10_000];
const longestMs = 30 * 60_000;

interface Measured {
  readonly chosenAfter: number;
  readonly takenAfter: number;
  readonly megabytes: number;
  readonly kilobytesEach: number;
}

export const bench: Bench = async (report) => {
  await buildService();
  await startTestServer();
  const sink = await startMailSink();
  try {
    for (const readers of sizes) {
      const { chosenAfter, takenAfter, megabytes, kilobytesEach } = await sent(sink, readers);
      const name = `${readers.toLocaleString('en')} digests to a local SMTP server`;
      report({ name: `${name}, planned and chosen after`, value: chosenAfter, unit: 's' });
      report({ name: `${name}, all taken after`, value: takenAfter, unit: 's' });
      report({ name: `${name}, sent in a second`, value: readers / (takenAfter - chosenAfter), unit: '1/s' });
      report({ name: `${name}, memory at most`, value: megabytes, unit: 'MB' });
      report({ name: `${name}, size of one`, value: kilobytesEach, unit: 'kB' });
    }
  } finally {
    await sink.close();
    await stopTestServer();
  }
};

/** Seconds from the moment the worker stands ready. */
async function sent(sink: MailSink, readers: number): Promise<Measured> {
  await sink.forget();
  const database = await openTestDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  await plantTenant(owner, { slug: 'made', readers, ...(await slotFromNow(owner, 0)) });
  const calls = await plantCalls(owner);
  const worker = startDigestWorker({
    ...{ connection: database.app, smtpUrl: sink.smtpUrl, askUrl: null, calls },
    alone: true,
  });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, residentMegabytes(worker.pid))), 100);
  try {
    await until('the worker', () => worker.lines.includes('working'), longestMs);
    const startedAt = performance.now();
    const after = () => (performance.now() - startedAt) / 1_000;
    const deliveries = async (): Promise<number> =>
      Number((await owner.query<{ n: string }>('select count(*) as n from mail_delivery')).rows[0]?.n);
    await until('all chosen', async () => (await deliveries()) >= readers, longestMs);
    const chosenAfter = after();
    await until('the end of the round', () => worker.lines.includes('round'), longestMs);
    const takenAfter = after();
    const taken = await sink.taken();
    const distinct = new Set(taken.map(({ to }) => to)).size;
    if (taken.length !== readers || distinct !== readers)
      throw new Error(`${taken.length} mails to ${distinct} readers, not one to each of ${readers}`);
    const bytes = taken.reduce((sum, one) => sum + one.bytes, 0);
    return { chosenAfter, takenAfter, megabytes, kilobytesEach: bytes / readers / 1_000 };
  } finally {
    clearInterval(watch);
    await worker.kill();
    await owner.end();
    await database.close();
  }
}

/** 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(status)) return 0;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024;
}
