import { setTimeout as pause } from 'node:timers/promises';
import type { QueueRole } from '../../src/platform/queue/queue-runtime.js';
import { QueueKit, shortTiming } from '../faults/queue-kit.js';
import { startQueueProcess, type QueueProcess } from '../faults/queue-process.js';
import { startTestServer, stopTestServer } from '../support/postgres-server.js';
import { hasRedis } from '../support/redis-server.js';
import { until } from '../support/until.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

const perKill = 20;
/** the relay is killed within this time of the first intention, while it claims and adds */
const killWithinMs = 60;
/** what the invariant allows an intention to wait once a relay lives */
const longestWaitMs = 60_000;

interface Outcome {
  readonly intended: number;
  readonly lost: number;
  readonly twice: number;
  /** kills that left intentions undelivered: the others hit an idle relay */
  readonly midway: number;
  /** from the start of the relay that was left alive until everything was delivered */
  readonly recoveryMs: number;
}

/** Kills the relay at random moments while intentions are written down, on each store of the queue. */
async function proveDelivery({ seed, progress }: ProofContext, kills: number): Promise<Finding> {
  const random = randomFrom(seed);
  const outcomes: Outcome[] = [];
  await startTestServer();
  try {
    for (const store of hasRedis ? (['postgres', 'redis'] as const) : (['postgres'] as const)) {
      progress(`${kills} kills of the relay, queue on ${store}`);
      const kit = await QueueKit.open(store);
      try {
        outcomes.push(await killRelays(kit, kills, random));
      } finally {
        await kit.close();
      }
    }
  } finally {
    await stopTestServer();
  }
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const result = {
    stores: outcomes.length,
    intended: sum(({ intended }) => intended),
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    killsMidway: sum(({ midway }) => midway),
    recoveryMs: Math.max(...outcomes.map(({ recoveryMs }) => recoveryMs)),
  };
  return {
    n: kills * outcomes.length,
    result,
    worst: `everything delivered ${result.recoveryMs} ms after the last restart began`,
    pass:
      result.lost === 0 && result.twice === 0 && result.killsMidway > 0 && result.recoveryMs <= longestWaitMs,
  };
}

async function killRelays(kit: QueueKit, kills: number, random: () => number): Promise<Outcome> {
  const open = (roles: readonly QueueRole[]) =>
    startQueueProcess('queue-worker.ts', {
      ...kit.settings,
      start: { roles, concurrency: 4 },
      rounds: shortTiming,
    });
  const worker = open(['workers']);
  let relay: QueueProcess | undefined;
  let midway = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      relay = open(['relay', 'reconciler']);
      await started(relay);
      const written = Array.from({ length: perKill }, (_, n) => kit.intend(kill * perKill + n));
      await pause(random() * killWithinMs);
      await relay.kill('SIGKILL');
      await Promise.all(written);
      if ((await delivered(kit)) < (kill + 1) * perKill) midway += 1;
    }
    const restartedAt = performance.now();
    relay = open(['relay', 'reconciler']);
    await allDelivered(kit, kills * perKill);
    const recoveryMs = Math.round(performance.now() - restartedAt);
    const effects = await kit.effects();
    const distinct = new Set(effects).size;
    const intended = kills * perKill;
    return { intended, lost: intended - distinct, twice: effects.length - distinct, midway, recoveryMs };
  } finally {
    await relay?.kill();
    await worker.kill();
  }
}

const started = (process: QueueProcess) =>
  until('the relay works', () => process.lines.includes('started'), longestWaitMs);

/** Returns when nothing waits any more, or when it has waited too long: what is lost is counted, not thrown. */
async function allDelivered(kit: QueueKit, intended: number): Promise<void> {
  const all = async () => (await delivered(kit)) === intended;
  await until('every intention is delivered', all, longestWaitMs).catch(() => undefined);
}

async function delivered(kit: QueueKit): Promise<number> {
  const [row] = await kit.owner<{ done: number }>('select count(done_at)::int as done from outbox');
  return row?.done ?? 0;
}

export const proof: Proof = {
  id: 'R-03',
  invariant: 'an intention is delivered, whatever happens to the relay',
  quick: (context) => proveDelivery(context, 6),
  full: (context) => proveDelivery(context, 250),
};
