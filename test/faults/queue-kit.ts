import pg from 'pg';

import type { Clock } from '../../src/platform/clock/clock.js';
import { systemScope } from '../../src/platform/database/scope.js';
import type { Unit } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/uuid.js';
import type { JobRegistry } from '../../src/platform/queue/job-registry.js';
import { openQueueStore } from '../../src/platform/queue/open-queue-store.js';
import type { LogFields, QueueLog } from '../../src/platform/queue/queue-log.js';
import { QueueRuntime, type QueueTiming } from '../../src/platform/queue/queue-runtime.js';
import { enqueueIntention } from '../../src/platform/queue/outbox.store.js';
import type { QueueStore } from '../../src/platform/queue/queue-store.js';
import { runProgress, type RunProgress } from '../../src/platform/queue/work-run.read-model.js';
import { createUnits } from '../../src/platform/queue/work-unit.store.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { hasRedis, sayNoRedis, startRedis, type TestRedis } from '../support/redis-server.js';
import { until } from '../support/until.js';
import { count, note, numbers } from './queue-work.js';

/** Rounds short enough for a test; leases and claims too. */
export const shortTiming: QueueTiming = {
  pollMs: 100,
  claimMs: 400,
  reconcileMs: 300,
  graceMs: 300,
  heartbeatMs: 100,
  clockCheckMs: 100,
  finishMs: 10_000,
  handBackMs: 3_000,
};

export const shortLocks = { lockMs: 2_000, stalledCheckMs: 500, reconnectMs: 200 };

/** What was reported, for the tests that expect it. */
export class MemoryLog implements QueueLog {
  readonly entries: { level: string; event: string; fields: LogFields }[] = [];
  readonly #add =
    (level: string) =>
    (event: string, fields: LogFields = {}): void =>
      void this.entries.push({ level, event, fields });
  readonly info = this.#add('info');
  readonly warn = this.#add('warn');
  readonly error = this.#add('error');

  events(level: string): string[] {
    return this.entries.filter((entry) => entry.level === level).map(({ event }) => event);
  }
}

/** A database with a table of effects, and a store for queues: what every test of the runtime needs. */
export class QueueKit {
  readonly log = new MemoryLog();
  readonly #runtimes: QueueRuntime[] = [];
  readonly #stores: QueueStore[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly redis: TestRedis | undefined,
  ) {}

  static async open(store: 'postgres' | 'redis'): Promise<QueueKit> {
    const kit = new QueueKit(await openTestDatabase(), store === 'redis' ? await startRedis() : undefined);
    await kit.owner('create table effect (n integer not null, at timestamptz not null default now())');
    return kit;
  }

  /** What a process of its own needs to work on the same queues. */
  get settings() {
    return {
      connection: this.database.app,
      redisUrl: this.redis?.url,
      installation: 'test',
      timing: shortLocks,
    };
  }

  /** Closed by {@link clear}. */
  openStore(): QueueStore {
    const store = openQueueStore({ ...this.settings, log: this.log });
    this.#stores.push(store);
    return store;
  }

  runtime(
    registry: JobRegistry,
    more: { timing?: Partial<QueueTiming>; clock?: Clock; store?: QueueStore } = {},
  ): QueueRuntime {
    const { unitOfWork, app: connection } = this.database;
    const runtime = new QueueRuntime({
      store: more.store ?? this.openStore(),
      unitOfWork,
      registry,
      connection,
      log: this.log,
      timing: { ...shortTiming, ...more.timing },
      ...(more.clock ? { clock: more.clock } : {}),
    });
    this.#runtimes.push(runtime);
    return runtime;
  }

  /** In a transaction of the service itself. */
  run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.database.unitOfWork.run(systemScope(), work);
  }

  /** As the owner of the database, whom row-level security does not hold back. */
  async owner<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client(this.database.owner);
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** The effects that were committed, in order of `n`. */
  async effects(): Promise<number[]> {
    const rows = await this.owner<{ n: number }>('select n from effect order by n');
    return rows.map(({ n }) => n);
  }

  effectsAre(expected: readonly number[]): Promise<unknown> {
    const wanted = JSON.stringify(expected);
    return until(`${expected.length} effects`, async () => JSON.stringify(await this.effects()) === wanted);
  }

  intend(n: number): Promise<string> {
    return this.run((unit) => enqueueIntention(unit, note, { n }));
  }

  /** A run of units `0` to `size - 1`. @returns its id */
  async createRun(size: number, modes: Readonly<Record<number, string>> = {}): Promise<string> {
    const runId = newId();
    const units = numbers(size).map((n) => ({ key: `${n}`, payload: { n, ...modeOf(modes[n]) } }));
    await this.run((unit) => createUnits(unit, count, runId, units));
    return runId;
  }

  progress(runId: string): Promise<RunProgress> {
    return this.run((unit) => runProgress(unit, runId));
  }

  /** Every unit is done or parked. */
  async runEnds(runId: string, deadlineMs?: number): Promise<RunProgress> {
    const end = async (): Promise<RunProgress | false> => {
      const progress = await this.progress(runId);
      return progress.total > 0 && progress.secondsLeft === 0 && progress;
    };
    return until('every unit is done or parked', end, deadlineMs);
  }

  units(): Promise<UnitRow[]> {
    return this.owner<UnitRow>(
      `select key, state, crashes, failures, starts, isolated, error from work_unit order by key::int`,
    );
  }

  /** The queue's store forgets everything, as a Redis without persistence does when it is restarted. */
  async loseStore(): Promise<void> {
    if (this.redis) await this.redis.flush();
    else await this.owner('truncate bullmq.job cascade');
  }

  /** Stops what a test started and forgets what it did. */
  async clear(): Promise<void> {
    await Promise.all(this.#runtimes.splice(0).map((runtime) => runtime.close()));
    await Promise.all(this.#stores.splice(0).map((store) => store.close()));
    this.log.entries.splice(0);
    await this.owner('truncate effect, outbox, work_unit, effect_done, worker_heartbeat');
    await this.loseStore();
  }

  async close(): Promise<void> {
    await this.clear();
    await this.redis?.close();
    await this.database.close();
  }
}

interface UnitRow extends pg.QueryResultRow {
  readonly key: string;
  readonly state: string;
  readonly crashes: number;
  readonly failures: number;
  readonly starts: number;
  readonly isolated: boolean;
  readonly error: string | null;
}

const modeOf = (mode: string | undefined) => (mode === undefined ? {} : { mode });

type Tests = (kit: () => QueueKit) => void;

/** Runs the same tests over PostgreSQL, and over Redis where there is one. */
export const overBothStores = (name: string, tests: Tests): void =>
  overStores(['postgres', 'redis'], name, tests);

export function overStores(stores: readonly ('postgres' | 'redis')[], name: string, tests: Tests): void {
  for (const store of stores) {
    if (store === 'redis' && !hasRedis) {
      sayNoRedis();
      continue;
    }
    describe(`${name}, over ${store}`, () => {
      let kit: QueueKit;
      beforeAll(async () => {
        kit = await QueueKit.open(store);
      });
      afterEach(() => kit.clear());
      afterAll(() => kit.close());
      tests(() => kit);
    });
  }
}
