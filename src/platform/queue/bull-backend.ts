import type { BulkJobOptions, Job } from 'bullmq';

import type { QueueStoreTiming } from './queue-store.js';

/** What a BullMQ worker calls for each job. */
export type BullProcess = (job: Job<unknown, null>, token?: string) => Promise<null>;

/** The part of a BullMQ queue that we use: the same on both of its stores. */
export interface BullQueue {
  addBulk(jobs: { name: string; data: object; opts?: BulkJobOptions }[]): Promise<unknown>;
  getJobState(id: string): Promise<string>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** The part of a BullMQ worker that we use. */
export interface BullWorker {
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface BullWorkerSettings {
  readonly concurrency: number;
  readonly timing: QueueStoreTiming;
}

/** One of BullMQ's two stores, with what differs between them. */
export interface BullBackend {
  readonly kind: 'postgres' | 'redis';
  verify(): Promise<void>;
  openQueue(name: string): BullQueue;
  openWorker(name: string, process: BullProcess, settings: BullWorkerSettings): BullWorker;
  now(): Promise<number | null>;
  close(): Promise<void>;
}

/** The options of a BullMQ worker that are the same on both stores. */
export function workerOptions({ concurrency, timing }: BullWorkerSettings): {
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
  runRetryDelay: number;
} {
  return {
    concurrency,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledCheckMs,
    maxStalledCount: timing.maxStalls,
    runRetryDelay: timing.reconnectMs,
  };
}
