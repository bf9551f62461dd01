import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import {
  buildService,
  startDigestWorker,
  type DigestWorkerSettings,
} from '../faults/digest-worker-process.js';
import { startMailSink, type MailSink } from '../faults/mail-sink-process.js';
import type { QueueProcess } from '../faults/queue-process.js';
import { openTestDatabase } from '../support/database.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { until } from '../support/until.js';
import { plantCalls, plantTenant, slotFromNow } from './digests/planted-readers.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** mails that one sender hands over at the same time */
const slots = 10;
const longestWaitMs = 120_000;

interface Size {
  readonly readers: number;
  readonly kills: number;
}

interface Outcome {
  readonly kills: number;
  /** kills that found mails being handed over */
  readonly midway: number;
  readonly mostInSlots: number;
  readonly digests: number;
  /** messages beyond the first to the same reader */
  readonly duplicates: number;
  /** readers without a message */
  readonly missing: number;
  /** readers without a message who are not listed as unknown */
  readonly lost: number;
  readonly unknown: number;
}

/** Kills whoever chooses and sends a week's digests, again and again, until everybody's has ended. */
async function proveOnce({ seed, progress }: ProofContext, size: Size): Promise<Finding> {
  const startedAt = performance.now();
  await buildService();
  await startTestServer();
  const sink = await startMailSink();
  try {
    const asked = await killSenders(sink, { ...size, askUrl: sink.askUrl, random: randomFrom(seed) });
    progress(`the server can be asked: ${JSON.stringify(asked)}`);
    await sink.forget();
    const blind = await killSenders(sink, { ...size, askUrl: null, random: randomFrom(seed + 1) });
    progress(`the server cannot be asked: ${JSON.stringify(blind)}`);
    return finding(size, asked, blind, Math.round((performance.now() - startedAt) / 1_000));
  } finally {
    await sink.close();
    await stopTestServer();
  }
}

function finding({ readers, kills }: Size, asked: Outcome, blind: Outcome, seconds: number): Finding {
  const complete = [asked, blind].every(({ digests, midway }) => digests === readers && midway > 0);
  return {
    n: asked.kills + blind.kills,
    result: {
      readers,
      killsMidway: asked.midway + blind.midway,
      duplicatesWithLookUp: asked.duplicates,
      missingWithLookUp: asked.missing,
      duplicatesWithout: blind.duplicates,
      missingWithout: blind.missing,
      unknownWithout: blind.unknown,
      neitherSentNorListed: asked.lost + blind.lost,
      mostUnderWayAtAKill: Math.max(asked.mostInSlots, blind.mostInSlots),
      seconds,
    },
    worst: `${blind.missing} digests listed as unknown and not delivered after ${kills} kills, ${blind.unknown} listed`,
    pass:
      complete &&
      asked.duplicates + blind.duplicates === 0 &&
      asked.missing === 0 &&
      asked.lost + blind.lost === 0 &&
      blind.unknown <= kills * slots &&
      Math.max(asked.mostInSlots, blind.mostInSlots) <= slots,
  };
}

async function killSenders(
  sink: MailSink,
  { readers, kills, askUrl, random }: Size & { askUrl: string | null; random: () => number },
): Promise<Outcome> {
  const database = await openTestDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  const line: QueueProcess[] = [];
  try {
    await plantTenant(owner, { slug: 'made', readers, ...(await slotFromNow(owner, 0)) });
    const calls = await plantCalls(owner);
    const settings: DigestWorkerSettings = {
      connection: database.app,
      smtpUrl: sink.smtpUrl,
      askUrl,
      calls,
      alone: true,
    };
    const join = (): void => void line.push(startDigestWorker(settings));
    join();
    let [midway, mostInSlots] = [0, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      join(); // ready when the one before it is gone
      const atWork = () => line.find(({ lines }) => lines.includes('working'));
      const worker = await until('a worker at work', atWork, longestWaitMs);
      await someProgress(owner, readers, kills - kill, random);
      if (kill % 2 === 0) await mailsUnderWay(owner, readers);
      await worker.kill();
      line.splice(line.indexOf(worker), 1);
      const inSlots = await count(owner, `state = 'sending' and lease_until > now()`);
      mostInSlots = Math.max(mostInSlots, inSlots);
      if (inSlots > 0) midway += 1;
    }
    await everybodysHasEnded(owner, readers);
    return { kills, midway, mostInSlots, ...(await reckoned(owner, sink, readers)) };
  } finally {
    await Promise.all(line.map((worker) => worker.kill()));
    await owner.end();
    await database.close();
  }
}

/** Waits until so much more was done that the kills to come spread over what is left, and a moment at random. */
async function someProgress(
  owner: pg.Client,
  readers: number,
  killsLeft: number,
  random: () => number,
): Promise<void> {
  const before = await done(owner);
  const spread = before + Math.floor((random() * 2 * (2 * readers - before)) / (killsLeft + 1));
  const wanted = Math.min(spread, 2 * readers - 2 * slots); // so that something is left to be killed at
  const reached = async (): Promise<boolean> => {
    await skipPauses(owner);
    return (await done(owner)) >= wanted;
  };
  await until(`progress beyond ${before}, to ${wanted}`, reached, longestWaitMs);
  await pause(random() * 30);
}

/** Every second kill finds mails being handed over, as long as there are any. */
async function mailsUnderWay(owner: pg.Client, readers: number): Promise<void> {
  const underWay = async (): Promise<boolean> => {
    await skipPauses(owner);
    if ((await count(owner, `state = 'sending' and lease_until > now()`)) > 0) return true;
    return (await count(owner, `state in ('sent', 'failed', 'unknown')`)) >= readers;
  };
  await until('mails being handed over', underWay, longestWaitMs);
}

/** Digests chosen, and mails ended. */
async function done(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ done: number }>(`select (select count(*) from mail_delivery)::int
    + (select count(*) from mail_delivery where state in ('sent', 'failed', 'unknown'))::int as done`);
  return rows[0]?.done ?? 0;
}

async function everybodysHasEnded(owner: pg.Client, readers: number): Promise<void> {
  const ended = async (): Promise<boolean> => {
    await skipPauses(owner);
    return (await count(owner, `state in ('sent', 'failed', 'unknown')`)) >= readers;
  };
  await until('the end of every digest', ended, longestWaitMs);
}

/** As if the pause before a mail is tried again had passed: what is left may wait for nothing else. */
async function skipPauses(owner: pg.Client): Promise<void> {
  await owner.query(
    `update mail_delivery set available_at = now() where state = 'due' and available_at > now()`,
  );
}

async function count(owner: pg.Client, which: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from mail_delivery where ${which}`,
  );
  return rows[0]?.count ?? 0;
}

/** What the server holds against what the database says. */
async function reckoned(
  owner: pg.Client,
  sink: MailSink,
  readers: number,
): Promise<Pick<Outcome, 'digests' | 'duplicates' | 'missing' | 'lost' | 'unknown'>> {
  const taken = await sink.taken();
  const reached = new Set(taken.map(({ to }) => to));
  const { rows } = await owner.query<{ email: string; state: string }>(
    `select email, state from mail_delivery join user_account u on recipient = 'user:' || u.id where mail = 'digest'`,
  );
  const without = rows.filter(({ email }) => !reached.has(email));
  return {
    digests: rows.length,
    duplicates: taken.length - reached.size,
    missing: readers - reached.size,
    lost: without.filter(({ state }) => state !== 'unknown').length,
    unknown: rows.filter(({ state }) => state === 'unknown').length,
  };
}

export const proof: Proof = {
  id: 'R-04',
  invariant: 'one digest per recipient and week, whoever is killed while sending',
  quick: (context) => proveOnce(context, { readers: 120, kills: 3 }),
  full: (context) => proveOnce(context, { readers: 10_000, kills: 300 }),
};
