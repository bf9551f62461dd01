import { runMigrations } from 'bullmq';
import pg from 'pg';

import type { ConnectionSettings } from '../database/connection-settings.js';

/** Where BullMQ keeps its tables on PostgreSQL; its own migrations look after them, not ours. */
export const bullSchema = 'bullmq';

/**
 * Brings BullMQ's own tables up to date and lets the service use them; part of `tessera migrate`. Safe to run again.
 *
 * The service may create in this schema, and in no other: BullMQ makes a sequence for each queue when it first
 * needs one.
 *
 * @param owner the connection that owns the database, `DATABASE_ADMIN_URL`
 */
export async function prepareQueueStore(owner: ConnectionSettings): Promise<void> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await runMigrations(client, bullSchema);
    await client.query(`
      grant usage, create on schema ${bullSchema} to tessera_app;
      grant select, insert, update, delete on all tables in schema ${bullSchema} to tessera_app;
      grant usage, select, update on all sequences in schema ${bullSchema} to tessera_app;
      grant execute on all functions in schema ${bullSchema} to tessera_app;`);
  } finally {
    await client.end();
  }
}
