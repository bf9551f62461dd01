import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';

import {
  workerOptions,
  type BullBackend,
  type BullProcess,
  type BullQueue,
  type BullWorker,
  type BullWorkerSettings,
} from './bull-backend.js';
import { storeUnavailable, storeUnfit } from './queue.errors.js';

const { Queue, Worker } = withBackend(createRedisBackend);

/** Whoever adds fails within seconds and tries again later; whoever takes waits for Redis for ever. */
const producer = { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 5_000 };
const consumer = { maxRetriesPerRequest: null };

/** BullMQ on Redis: many machines. The instance is for queues only. */
export class RedisBackend implements BullBackend {
  readonly kind = 'redis';
  readonly #url: string;
  readonly #prefix: string;
  readonly #client: Redis;

  /**
   * @param url    `redis://…`, `rediss://…` or the path of a socket
   * @param prefix names the installation, so that two of them may share one instance
   */
  constructor(url: string, prefix: string) {
    this.#url = url;
    this.#prefix = prefix;
    this.#client = new Redis(url, { ...producer, ...retry, lazyConnect: true, disconnectTimeout: 500 });
    this.#client.on('error', () => undefined); // each command reports its own failure
  }

  async verify(): Promise<void> {
    const { policy, keepsFile } = await this.#told();
    if (policy !== 'noeviction') {
      throw storeUnfit(
        `Redis has maxmemory-policy "${policy}" and may drop jobs when memory is short: set it to noeviction`,
      );
    }
    if (!keepsFile) {
      throw storeUnfit(
        'Redis has appendonly off and forgets its jobs when it restarts: set appendonly to yes',
      );
    }
  }

  /** What Redis says of itself: INFO, not CONFIG GET, which hosted ones often forbid. */
  async #told(): Promise<{ policy: string; keepsFile: boolean }> {
    try {
      await this.#connected();
      const memory = await this.#client.info('memory');
      const persistence = await this.#client.info('persistence');
      return {
        policy: /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown',
        keepsFile: /^aof_enabled:1/m.test(persistence),
      };
    } catch (cause) {
      throw storeUnavailable('Redis', cause);
    }
  }

  async #connected(): Promise<void> {
    if (this.#client.status === 'wait') await this.#client.connect();
  }

  openQueue(name: string): BullQueue {
    return new Queue(name, { connection: this.#connection(producer), prefix: this.#prefix });
  }

  openWorker(name: string, process: BullProcess, settings: BullWorkerSettings): BullWorker {
    return new Worker(name, process, {
      connection: this.#connection(consumer),
      prefix: this.#prefix,
      ...workerOptions(settings),
    });
  }

  #connection(options: object) {
    return this.#url.startsWith('/')
      ? { path: this.#url, ...retry, ...options }
      : { url: this.#url, ...retry, ...options };
  }

  async now(): Promise<number> {
    await this.#connected();
    const [seconds, micros] = await this.#client.time();
    return Number(seconds) * 1_000 + Number(micros) / 1_000;
  }

  async close(): Promise<void> {
    this.#client.disconnect();
  }
}

const retry = {
  connectTimeout: 5_000,
  retryStrategy: (times: number): number => Math.min(100 * 2 ** Math.min(times, 6), 5_000),
};
