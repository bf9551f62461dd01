import pg from 'pg';

import type { ConnectionSettings } from '../database/connection-settings.js';
import { workChannel } from './outbox.store.js';
import { describeError } from './queue.errors.js';
import type { QueueLog } from './queue-log.js';

const reconnectAfterMs = 2_000;

/** Hears of new work the moment it is committed. Saves waiting for the next poll, nothing depends on it. */
export class WorkListener {
  readonly #connection: ConnectionSettings;
  readonly #heard: () => void;
  readonly #log: QueueLog;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(connection: ConnectionSettings, heard: () => void, log: QueueLog) {
    this.#connection = connection;
    this.#heard = heard;
    this.#log = log;
  }

  /** Never fails: without it the poll finds the work. */
  async start(): Promise<void> {
    const client = new pg.Client({
      ...this.#connection,
      application_name: 'tessera-work-listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', () => this.#heard());
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${workChannel}`);
      this.#heard(); // for what was announced while nobody listened
    } catch (error) {
      this.#lost(client, error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client, error?: unknown): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = undefined;
    if (error !== undefined) this.#log.warn('queue.listener-lost', { error: describeError(error) });
    void client.end().catch(() => undefined);
    this.#retry = setTimeout(() => void this.start(), reconnectAfterMs);
  }
}
