import type { JobOptions } from './define-job.js';

/** A job as it goes into a queue. */
export interface NewJob {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
  readonly options: JobOptions;
  /** taken after all jobs that are not */
  readonly last?: boolean;
}

/** A job as a worker takes it; nothing in it has been checked. */
export interface TakenJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** 1 for the first try */
  readonly attempt: number;
  /** no try is left after this one */
  readonly lastAttempt: boolean;
  /** how often its worker vanished */
  readonly stalls: number;
}

/**
 * What becomes of a job after it was handled: kept as done, tried again with growing delay, given up, or put back
 * as if it had not been taken.
 */
export type Verdict =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'retry' | 'give-up'; readonly reason: string }
  | { readonly outcome: 'put-back' };

/** Must not throw: a rejection counts as `retry`. */
export type TakeJob = (job: TakenJob) => Promise<Verdict>;

/** `live`: waiting, delayed or being worked on; `missing`: never added, removed by age, or lost with the store. */
export type JobState = 'live' | 'done' | 'failed' | 'missing';

export interface JobTaker {
  /** Stops taking; what runs goes on. */
  pause(): Promise<void>;
  resume(): void;
  /** Stops taking and waits for what runs. */
  close(): Promise<void>;
}

export interface TakerOptions {
  readonly concurrency: number;
}

/** Figures that tests shorten; see `reliability-security` for why they are what they are. */
export interface QueueStoreTiming {
  /** how long a job stays with a silent worker, in milliseconds */
  readonly lockMs: number;
  /** how often workers look for jobs of silent workers, in milliseconds */
  readonly stalledCheckMs: number;
  /** how often a job may be taken from a silent worker; the default of 1 would lose it on the second kill */
  readonly maxStalls: number;
  /** delay before a worker tries again to reach a store that is gone, in milliseconds */
  readonly reconnectMs: number;
}

export const defaultStoreTiming: QueueStoreTiming = {
  lockMs: 60_000,
  stalledCheckMs: 15_000,
  maxStalls: 10,
  reconnectMs: 2_000,
};

/**
 * Where jobs wait, on Redis or on PostgreSQL. It may lose everything at any moment: `outbox` and `work_unit` know
 * what is to be done, a job only says "look again".
 */
export abstract class QueueStore {
  abstract readonly kind: 'postgres' | 'redis';

  /** @throws {AppError} `queue.store-unfit` or `queue.store-unavailable`: say what to change, before anything runs */
  abstract verify(): Promise<void>;

  /**
   * Adds jobs; an id that is still kept is ignored.
   *
   * @throws when the store cannot be reached: fails within seconds, never waits for it
   */
  abstract add(queue: string, jobs: readonly NewJob[]): Promise<void>;

  abstract states(queue: string, ids: readonly string[]): Promise<ReadonlyMap<string, JobState>>;

  /** Begins to take jobs of a queue. */
  abstract take(queue: string, take: TakeJob, options: TakerOptions): JobTaker;

  /** The store's own clock, in milliseconds since 1970; null where it is PostgreSQL's. */
  abstract now(): Promise<number | null>;

  abstract close(): Promise<void>;
}
