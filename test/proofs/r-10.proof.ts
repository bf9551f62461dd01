import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { DigestStore } from '../../src/digests/digest.store.js';
import { systemScope } from '../../src/platform/database/scope.js';
import {
  buildService,
  startDigestWorker,
  type DigestWorkerSettings,
} from '../faults/digest-worker-process.js';
import { startMailSink } from '../faults/mail-sink-process.js';
import type { QueueProcess } from '../faults/queue-process.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { until } from '../support/until.js';
import { dueIn, offsetMs, weekOf } from './digests/local-slot.js';
import { plantCalls, plantTenant, slotFromNow, type Tenant } from './digests/planted-readers.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const skews = [-2 * hourMs, 2 * hourMs, 8 * dayMs];
const longestWaitMs = 90_000;
/** what the invariant allows */
const longestRefusalMs = 60_000;
/** more of them would mean that something else than the editions differs */
const mostOfAnotherEdition = 5;

interface Size {
  /** of each zone, at each of the slots */
  readonly zones: readonly string[];
  /** Mondays of the first weeks of each stretch, and how many weeks it has */
  readonly stretches: readonly (readonly [monday: string, weeks: number])[];
  readonly readers: number;
  /** how often a worker compares its clock; left out: as in production */
  readonly clockCheckMs?: number;
}

async function proveClocks({ seed, progress }: ProofContext, size: Size): Promise<Finding> {
  await buildService();
  await startTestServer();
  try {
    const calendar = await throughTheCalendar(size, { random: randomFrom(seed), progress });
    progress(`calendar: ${JSON.stringify(calendar)}`);
    const unchecked = await skewedAtWork(size);
    progress(`skewed and at work: ${JSON.stringify(unchecked)}`);
    const refusing = await skewedRefuse(size);
    progress(`skewed, with the queue: ${JSON.stringify(refusing)}`);
    const result = { ...calendar, ...unchecked, ...refusing };
    const zeros = [
      'notOnce',
      'early',
      'wrongWeek',
      'skewedNotOnce',
      'skewedEarly',
      'takenBySkewed',
      'queueNotOnce',
    ];
    return {
      n: calendar.recipientWeeks + 2 * size.readers,
      result,
      worst: `a worker whose clock jumped refused after ${result.refusedAfterMs} ms`,
      pass:
        zeros.every((name) => (result as Record<string, number>)[name] === 0) &&
        result.zonesOfAnotherEdition <= mostOfAnotherEdition &&
        result.refused === skews.length &&
        result.refusedAfterMs <= longestRefusalMs,
    };
  } finally {
    await stopTestServer();
  }
}

/** Asks who is due at many moments of weeks whose calendar is odd, against a calendar of another make. */
async function throughTheCalendar(
  { zones: asked, stretches }: Size,
  { random, progress }: { readonly random: () => number } & Pick<ProofContext, 'progress'>,
) {
  return within(async (database, owner) => {
    const otherwise = await zonesOfAnotherEdition(owner, asked, stretches);
    if (otherwise.length > 0) progress(`zones of another edition: ${otherwise.join(', ')}`);
    const zones = asked.filter((zone) => !otherwise.includes(zone));
    const slots = [
      [2, 8],
      [7, 2],
      [1, 0],
    ] as const;
    const tenants = zones.flatMap((zone, at) =>
      slots.map(([weekday, hour], of): Tenant => ({
        slug: `t${at}s${of}x`,
        readers: 1,
        weekday,
        hour,
        zone,
      })),
    );
    for (const tenant of tenants) await plantTenant(owner, tenant);
    // the week before a stretch may be made up for at its beginning; the one after it begins in the east before it ends
    const weeks = stretches.flatMap(([monday, count]) =>
      Array.from({ length: count + 2 }, (_, at) => ({
        monday: new Date(Date.parse(monday) + (at - 1) * 7 * dayMs),
        asked: at > 0 && at <= count,
      })),
    );
    const known = tenants.flatMap((tenant) =>
      weeks.map(({ monday, asked }) => ({
        name: `${tenant.slug} ${weekOf(monday)}`,
        due: dueIn(monday, tenant).getTime(),
        // an hour that the clocks leave out begins when they have been put forward
        earliest: dueIn(monday, tenant).getTime() - (tenant.hour === 2 ? hourMs : 0),
        asked,
      })),
    );
    const expected = known.filter(({ asked }) => asked);
    // each slot, the minute before it, and some time after every tenth: each such moment is one more question
    const moments = expected.flatMap(({ due }) => [
      due - 60_000,
      due,
      ...(random() < 0.1 ? [due + random() * 3 * hourMs] : []),
    ]);
    const store = new DigestStore();
    const clusters = (await owner.query<{ id: string }>('select id from cluster')).rows.map(({ id }) => id);
    const plannedAt = new Map<string, number>();
    for (const at of [...new Set(moments)].sort((a, b) => a - b)) {
      const count = await database.unitOfWork.run(systemScope(clusters), (unit) =>
        store.plan(unit, new Date(at), 'due'),
      );
      if (count === 0) continue;
      // one that was planned for longer ago stays unknown here and is counted below
      const { rows } = await owner.query<{ email: string; week: string }>(
        `select email, week from digest d join user_account u on u.id = d.user_id
         where d.due_at > $1::timestamptz - interval '8 days'`,
        [new Date(at)],
      );
      for (const { email, week } of rows) {
        const name = `${email.split('x1@')[0]}x ${week}`;
        if (!plannedAt.has(name)) plannedAt.set(name, at);
      }
    }
    const names = new Set(known.map(({ name }) => name));
    return {
      zones: zones.length,
      zonesOfAnotherEdition: otherwise.length,
      recipientWeeks: expected.length,
      notOnce:
        expected.filter(({ name }) => !plannedAt.has(name)).length + (await digests(owner)) - plannedAt.size,
      early: known.filter(({ name, earliest }) => (plannedAt.get(name) ?? Infinity) < earliest).length,
      wrongWeek: [...plannedAt.keys()].filter((name) => !names.has(name)).length,
    };
  });
}

/**
 * Where the two calendars themselves disagree: each holds an edition of the world's time zones, and a country that changed
 * its clocks since the older one (America/Vancouver from November 2026) says nothing about digests.
 */
async function zonesOfAnotherEdition(
  owner: pg.Client,
  zones: readonly string[],
  stretches: Size['stretches'],
): Promise<string[]> {
  const differs = async (zone: string): Promise<boolean> => {
    for (const [monday, weeks] of stretches) {
      const { rows } = await owner.query<{ at: Date; offset: number }>(
        `select at, extract(epoch from (at at time zone $1) - (at at time zone 'UTC'))::int * 1000 as offset
         from generate_series($2::timestamptz - interval '7 days', $2::timestamptz + $3 * interval '7 days', '1 day') at`,
        [zone, `${monday}T12:00:00Z`, weeks + 1],
      );
      if (rows.some(({ at, offset }) => offsetMs(at, zone) !== offset)) return true;
    }
    return false;
  };
  const found: string[] = [];
  for (const zone of zones) if (await differs(zone)) found.push(zone);
  return found;
}

/** Workers whose clocks are wrong and who have not noticed: all of them at once, and nobody else. */
async function skewedAtWork({ readers }: Size) {
  return within(async (database, owner) => {
    await plantTenant(owner, { slug: 'due', readers, ...(await slotFromNow(owner, 0)) });
    await plantTenant(owner, { slug: 'later', readers, ...(await slotFromNow(owner, 2)) });
    const calls = await plantCalls(owner);
    const sink = await startMailSink();
    const common = { connection: database.app, smtpUrl: sink.smtpUrl, askUrl: null, calls };
    const workers = skews.map((aheadMs) => startDigestWorker({ ...common, aheadMs }));
    try {
      const allIdle = () =>
        workers.every(({ lines }) => lines.filter((line) => line === 'round').length >= 3);
      await until('three rounds of each', allIdle, longestWaitMs);
      const taken = (await sink.taken()).map(({ to }) => to);
      const due = taken.filter((to) => to.startsWith('due'));
      return {
        skewedNotOnce: readers - new Set(due).size + (due.length - new Set(due).size),
        skewedEarly: taken.length - due.length,
      };
    } finally {
      await Promise.all([...workers.map((worker) => worker.kill()), sink.close()]);
    }
  });
}

/** Workers on the queue: wrong from the start, and one whose clock jumps while it works. */
async function skewedRefuse({ readers, clockCheckMs }: Size) {
  return within(async (database, owner) => {
    const calls = await plantCalls(owner);
    const sink = await startMailSink();
    const rounds = { reconcileMs: 2_000, ...(clockCheckMs === undefined ? {} : { clockCheckMs }) };
    const common: DigestWorkerSettings = {
      connection: database.app,
      smtpUrl: sink.smtpUrl,
      askUrl: null,
      calls,
      queue: rounds,
    };
    const workers = skews.map((aheadMs) => startDigestWorker({ ...common, aheadMs }));
    try {
      await until('refusals', async () => (await beats(owner, false)) === skews.length, longestWaitMs);
      await plantTenant(owner, { slug: 'due', readers, ...(await slotFromNow(owner, 0)) });
      await pause(3 * rounds.reconcileMs);
      const takenBySkewed = (await sink.taken()).length + (await digests(owner));
      const jumping = startDigestWorker({ ...common, jumpMs: 8 * dayMs });
      workers.push(jumping);
      await until('digests', async () => (await sink.taken()).length >= readers, longestWaitMs);
      const refusedAfterMs = await jump(owner, jumping);
      const taken = (await sink.taken()).map(({ to }) => to);
      return {
        refused: skews.length,
        takenBySkewed,
        refusedAfterMs,
        queueNotOnce: readers - new Set(taken).size + (taken.length - new Set(taken).size),
      };
    } finally {
      await Promise.all([...workers.map((worker) => worker.kill()), sink.close()]);
    }
  });
}

/** @returns after how many milliseconds it takes nothing any more */
async function jump(owner: pg.Client, worker: QueueProcess): Promise<number> {
  const startedAt = performance.now();
  worker.signal('SIGUSR2');
  await until('a refusal', async () => (await beats(owner, true)) === 0, longestWaitMs);
  return Math.round(performance.now() - startedAt);
}

async function beats(owner: pg.Client, taking: boolean): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from worker_heartbeat where taking = $1',
    [taking],
  );
  return rows[0]?.n ?? 0;
}

async function digests(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from digest');
  return rows[0]?.n ?? 0;
}

/** With a database of its own. */
async function within<T>(work: (database: TestDatabase, owner: pg.Client) => Promise<T>): Promise<T> {
  const database = await openTestDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  try {
    return await work(database, owner);
  } finally {
    await owner.end();
    await database.close();
  }
}

/** Both changes of the clocks in Europe and America, and the week 53 of 2026. */
const oddWeeks = [
  ['2026-10-19', 3],
  ['2026-12-21', 3],
  ['2027-03-08', 4],
] as const;

export const proof: Proof = {
  id: 'R-10',
  invariant: 'clocks cannot move the digest',
  quick: (context) =>
    proveClocks(context, {
      zones: ['Europe/Rome', 'America/New_York', 'Asia/Kolkata'],
      stretches: oddWeeks,
      readers: 20,
      clockCheckMs: 1_000,
    }),
  full: (context) =>
    proveClocks(context, {
      zones: Intl.supportedValuesOf('timeZone'),
      stretches: [['2026-01-05', 54]],
      readers: 500,
    }),
};
