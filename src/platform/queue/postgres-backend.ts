import { assertSchemaCompatibility, createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

import type { ConnectionSettings } from '../database/connection-settings.js';
import {
  workerOptions,
  type BullBackend,
  type BullProcess,
  type BullQueue,
  type BullWorker,
  type BullWorkerSettings,
} from './bull-backend.js';
import { bullSchema } from './prepare-queue-store.js';
import { storeUnavailable, storeUnfit } from './queue.errors.js';

/** Connections of one BullMQ queue or worker; a worker holds one more, which listens. */
const connectionsEach = 2;

const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ on PostgreSQL itself: one machine, nothing to install. */
export class PostgresBackend implements BullBackend {
  readonly kind = 'postgres';
  readonly #connection: ConnectionSettings;

  constructor(connection: ConnectionSettings) {
    this.#connection = connection;
  }

  async verify(): Promise<void> {
    const client = new pg.Client({ ...this.#connection, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
    } catch (cause) {
      throw storeUnavailable('PostgreSQL', cause);
    }
    try {
      await assertSchemaCompatibility(client, bullSchema);
    } catch (cause) {
      throw storeUnfit(`PostgreSQL has no usable schema "${bullSchema}": run \`tessera migrate\``, cause);
    } finally {
      await client.end();
    }
  }

  openQueue(name: string): BullQueue {
    return new Queue(name, { connection: this.#pool() });
  }

  openWorker(name: string, process: BullProcess, settings: BullWorkerSettings): BullWorker {
    return new Worker(name, process, { connection: this.#pool(), ...workerOptions(settings) });
  }

  /** The jobs' clock is the one that everything else is compared with already. */
  async now(): Promise<null> {
    return null;
  }

  async close(): Promise<void> {}

  #pool() {
    return {
      ...this.#connection,
      schema: bullSchema,
      migrate: false,
      max: connectionsEach,
      connectionTimeoutMillis: 5_000,
      application_name: 'tessera-queue',
      keepAlive: true,
    };
  }
}
