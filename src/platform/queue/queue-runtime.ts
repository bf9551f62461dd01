import { hostname } from 'node:os';

import { SystemClock, type Clock } from '../clock/clock.js';
import type { ConnectionSettings } from '../database/connection-settings.js';
import { systemScope } from '../database/scope.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';
import { maxSkewMs, skewAgainst, worstSkew } from './clock-check.js';
import type { JobRegistry } from './job-registry.js';
import { Loop } from './loop.js';
import { describeError } from './queue.errors.js';
import { stderrLog, type QueueLog } from './queue-log.js';
import type { QueueStore } from './queue-store.js';
import { Reconciler, type Reconciliation } from './reconciler.js';
import { Relay } from './relay.js';
import { beat, databaseNow, endBeat } from './worker-heartbeat.store.js';
import { WorkListener } from './work-listener.js';
import { WorkerPool } from './worker-pool.js';

/**
 * - `relay`: adds jobs for what was written down
 * - `workers`: takes jobs and runs them
 * - `reconciler`: finds, each minute, what fell through
 */
export type QueueRole = 'relay' | 'workers' | 'reconciler';

/** Figures that tests shorten, in milliseconds. */
export interface QueueTiming {
  /** how often the relay looks without being told */
  readonly pollMs: number;
  /** how long a relay may take between claiming and adding */
  readonly claimMs: number;
  readonly reconcileMs: number;
  /** how long a job that was added is trusted to be there */
  readonly graceMs: number;
  readonly heartbeatMs: number;
  readonly clockCheckMs: number;
  /** how long running work may take to finish when the process stops, before it is handed back */
  readonly finishMs: number;
  /** how long handing back may take, before the process goes without it */
  readonly handBackMs: number;
}

const defaultTiming: QueueTiming = {
  pollMs: 5_000,
  claimMs: 30_000,
  reconcileMs: 60_000,
  graceMs: 20_000,
  heartbeatMs: 15_000,
  clockCheckMs: 60_000,
  finishMs: 20_000,
  handBackMs: 5_000,
};

export interface QueueRuntimeParts {
  readonly store: QueueStore;
  readonly unitOfWork: UnitOfWork;
  readonly registry: JobRegistry;
  /** for the connection that listens */
  readonly connection: ConnectionSettings;
  readonly log?: QueueLog;
  readonly clock?: Clock;
  readonly timing?: Partial<QueueTiming>;
}

export interface StartOptions {
  readonly roles: readonly QueueRole[];
  /** jobs at a time: of every queue, or of each by name (1 where not named) */
  readonly concurrency?: number | Readonly<Record<string, number>>;
  /** work on these only; on all that are handled when left out */
  readonly queues?: readonly string[];
}

/** This process's part in the work: starts the roles it is given, and ends them in good order. */
export class QueueRuntime {
  readonly #parts: QueueRuntimeParts;
  readonly #id = newId();
  readonly #log: QueueLog;
  readonly #clock: Clock;
  readonly #timing: QueueTiming;
  readonly #relay: Relay;
  readonly #reconciler: Reconciler;
  readonly #workers: WorkerPool;
  readonly #loops: Loop[] = [];
  #relayLoop: Loop | undefined;
  #listener: WorkListener | undefined;
  #started: StartOptions | undefined;
  #skewMs: number | null = null;
  #closing: Promise<void> | undefined;

  constructor(parts: QueueRuntimeParts) {
    const { store, unitOfWork, registry, log = stderrLog } = parts;
    this.#parts = parts;
    this.#log = log;
    this.#clock = parts.clock ?? new SystemClock();
    this.#timing = { ...defaultTiming, ...parts.timing };
    this.#relay = new Relay(unitOfWork, store, this.#timing.claimMs);
    this.#reconciler = new Reconciler({ unitOfWork, store, registry, log, graceMs: this.#timing.graceMs });
    this.#workers = new WorkerPool({ store, unitOfWork, registry, log, worker: this.#id });
  }

  /** Where jobs wait. */
  get storeKind(): 'postgres' | 'redis' {
    return this.#parts.store.kind;
  }

  /**
   * @throws {AppError} `queue.unhandled-jobs`, `queue.store-unfit`, `queue.store-unavailable`, `database.unavailable`:
   * nothing runs, and this runtime is closed
   */
  async start(options: StartOptions): Promise<void> {
    try {
      await this.#start(options);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #start(options: StartOptions): Promise<void> {
    if (options.roles.includes('workers')) this.#parts.registry.verify();
    await this.#parts.store.verify();
    this.#started = options;
    await this.#checkClock();
    await this.#beat();
    this.#loop('heartbeat', this.#timing.heartbeatMs, () => this.#beat());
    this.#loop('clock-check', this.#timing.clockCheckMs, () => this.#checkClock());
    if (options.roles.includes('workers'))
      this.#workers.start(this.#queues(options), options.concurrency ?? 1);
    if (options.roles.includes('reconciler')) this.#startReconciler();
    if (options.roles.includes('relay')) await this.#startRelay();
  }

  /** One round of the reconciler, now; what it finds is then added. For tests and for the terminal. */
  async reconcile(): Promise<Reconciliation> {
    const found = await this.#reconciler.reconcile();
    this.#relayLoop?.kick();
    return found;
  }

  /** Adds what waits, now. @returns how many jobs were added */
  dispatch(): Promise<number> {
    return this.#relay.dispatch();
  }

  /** Ready to take work: started, not stopping, its clock right. */
  get isTaking(): boolean {
    return this.#started !== undefined && this.#closing === undefined && this.#clockIsRight();
  }

  /** Stops taking, lets work finish, hands back what does not; within 30 s. Safe to call again. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.all([
      this.#workers.close(this.#timing.finishMs, this.#timing.handBackMs), // first: from now on nothing is taken
      this.#listener?.close(),
      ...this.#loops.map((loop) => loop.stop()),
    ]);
    await this.#parts.store.close();
    if (!this.#started) return;
    await this.#parts.unitOfWork
      .run(systemScope(), (unit) => endBeat(unit, this.#id))
      .catch((error: unknown) => this.#log.warn('queue.heartbeat-left', { error: describeError(error) }));
  }

  async #startRelay(): Promise<void> {
    const round = async (): Promise<void> => {
      await this.#reconciler.reclaim();
      await this.#relay.dispatch();
    };
    this.#relayLoop = this.#loop('relay', this.#timing.pollMs, round);
    const kick = (): void => this.#relayLoop?.kick();
    this.#listener = new WorkListener(this.#parts.connection, kick, this.#log);
    await this.#listener.start();
  }

  #startReconciler(): void {
    this.#loop('reconciler', this.#timing.reconcileMs, async () => void (await this.reconcile()));
  }

  #loop(name: string, everyMs: number, work: () => Promise<void>): Loop {
    const loop = new Loop(everyMs, work, (error) =>
      this.#log.warn('queue.round-failed', { round: name, error: describeError(error) }),
    );
    this.#loops.push(loop);
    loop.start();
    return loop;
  }

  #queues(options: StartOptions): readonly string[] {
    return options.queues ?? this.#parts.registry.queues;
  }

  #clockIsRight(): boolean {
    return Math.abs(this.#skewMs ?? 0) <= maxSkewMs;
  }

  async #checkClock(): Promise<void> {
    const { unitOfWork, store } = this.#parts;
    const skews = [await skewAgainst(this.#clock, () => unitOfWork.run(systemScope(), databaseNow))];
    const storeNow = await store.now();
    if (storeNow !== null)
      skews.push(await skewAgainst(this.#clock, async () => (await store.now()) ?? storeNow));
    const wasRight = this.#clockIsRight();
    this.#skewMs = worstSkew(skews);
    if (this.#clockIsRight() === wasRight) return;
    await this.#takeOrNot();
  }

  async #takeOrNot(): Promise<void> {
    const skewMs = Math.round(this.#skewMs ?? 0);
    if (this.#clockIsRight()) {
      this.#log.info('queue.clock-right-again', { skewMs });
      this.#workers.resume();
    } else {
      this.#log.error('queue.clock-wrong', { skewMs, maxSkewMs });
      await this.#workers.pause();
    }
    await this.#beat();
  }

  async #beat(): Promise<void> {
    const options = this.#started;
    if (!options) return;
    const heartbeat = {
      id: this.#id,
      host: hostname(),
      pid: process.pid,
      roles: options.roles,
      queues: options.roles.includes('workers') ? this.#queues(options) : [],
      taking: this.isTaking,
      skewMs: this.#skewMs,
    };
    await this.#parts.unitOfWork.run(systemScope(), (unit) => beat(unit, heartbeat));
  }
}
