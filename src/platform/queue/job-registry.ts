import type { Unit } from '../database/unit-of-work.js';
import { definedJobs, type JobDefinition } from './define-job.js';
import { definedUnitWork, type UnitWork } from './define-unit-work.js';
import { handledTwice, unhandledJobs } from './queue.errors.js';
import { settledHandler } from './settle-run.js';

/**
 * What a handler wants written. It runs in the transaction that marks the work done, in the scope of the work's
 * row: both are committed, or neither is. Keep it short; compute before.
 */
export type Effect = (unit: Unit) => Promise<unknown>;

/** What a handler knows about the work besides its payload. */
export interface WorkContext {
  /** aborted when the work was taken over, ran out of time, or the process stops: give up soon, by throwing */
  readonly signal: AbortSignal;
  /** the cluster whose rows the effect may write; null for open data */
  readonly clusterId: string | null;
  /** 1 for the first try */
  readonly attempt: number;
}

export interface UnitContext extends WorkContext {
  readonly unitId: string;
  readonly runId: string;
  /** what names this unit within its run and kind */
  readonly key: string;
}

/** Runs outside any transaction, perhaps more than once; only its effect counts, and that happens once. */
export type JobHandler<P extends object> = (payload: P, context: WorkContext) => Promise<Effect | void>;

export interface UnitHandler<P extends object> {
  /** Computes one unit and returns what is to be written; see {@link JobHandler}. */
  handle(payload: P, context: UnitContext): Promise<Effect | void>;
  /**
   * Called in a transaction of its own once every unit of the run is done or parked: the place to move the pointer
   * that makes a run visible. May be called again for the same run (a parked unit that was run after all).
   */
  settled?(unit: Unit, run: SettledRun): Promise<void>;
}

export interface SettledRun {
  readonly id: string;
  readonly done: number;
  readonly parked: number;
}

/** Work that a state asks for: derived state whose input is newer than its result, what is due by the clock. */
export interface Wake<P extends object> {
  readonly job: JobDefinition<P>;
  readonly payload: P;
}

/** Finds, in SQL, what should run and does not; called by the reconciler at start and every minute. */
export type Sweep = (unit: Unit) => Promise<readonly Wake<object>[]>;

export interface HandledJob {
  readonly job: JobDefinition<object>;
  readonly handler: JobHandler<object>;
}

export interface HandledUnitWork {
  readonly work: UnitWork<object>;
  readonly handler: UnitHandler<object>;
}

/** Who handles what: filled while the program is wired together, read by the workers. */
export class JobRegistry {
  readonly #jobs = new Map<string, HandledJob>();
  readonly #units = new Map<string, HandledUnitWork>();
  readonly #sweeps = new Map<string, Sweep>();

  /** @throws {AppError} `queue.handled-twice` */
  handle<P extends object>(job: JobDefinition<P>, handler: JobHandler<P>): this {
    if (this.#jobs.has(job.topic)) throw handledTwice(job.topic);
    this.#jobs.set(job.topic, { job, handler: handler as JobHandler<object> });
    return this;
  }

  /** @throws {AppError} `queue.handled-twice` */
  handleUnits<P extends object>(work: UnitWork<P>, handler: UnitHandler<P>): this {
    if (this.#units.has(work.topic)) throw handledTwice(work.topic);
    this.#units.set(work.topic, { work, handler });
    return this.handle(work.settled, settledHandler(work, handler));
  }

  /** @throws {AppError} `queue.handled-twice` */
  sweep(name: string, find: Sweep): this {
    if (this.#sweeps.has(name)) throw handledTwice(`sweep ${name}`);
    this.#sweeps.set(name, find);
    return this;
  }

  job(topic: string): HandledJob | undefined {
    return this.#jobs.get(topic);
  }

  unitKind(topic: string): HandledUnitWork | undefined {
    return this.#units.get(topic);
  }

  get sweeps(): ReadonlyMap<string, Sweep> {
    return this.#sweeps;
  }

  /** The queues of everything that is handled. */
  get queues(): readonly string[] {
    const jobs = [...this.#jobs.values()].map(({ job }) => job.queue);
    const units = [...this.#units.values()].map(({ work }) => work.queue);
    return [...new Set([...jobs, ...units])].sort();
  }

  /** @throws {AppError} `queue.unhandled-jobs`: something declared by a loaded file has no handler */
  verify(): void {
    const declared = [...definedJobs(), ...definedUnitWork()].map(({ topic }) => topic);
    const missing = declared.filter((topic) => !this.#jobs.has(topic) && !this.#units.has(topic));
    if (missing.length > 0) throw unhandledJobs(missing.sort());
  }
}
