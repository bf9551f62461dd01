import type { ConnectionSettings } from '../platform/database/connection-settings.js';
import { createDataSource } from '../platform/database/data-source.js';
import { prepareQueueStore } from '../platform/queue/prepare-queue-store.js';
import { migrations } from './migrations.js';

/**
 * Brings the database up to date: our migrations, and the queue's own tables. Safe to run again.
 *
 * @param owner the connection that owns the database
 * @returns names of the migrations that were run now
 */
export async function migrate(owner: ConnectionSettings): Promise<string[]> {
  const dataSource = createDataSource({
    connection: owner,
    entities: [],
    migrations,
    applicationName: 'tessera-migrate',
    statementTimeoutMs: 0,
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await prepareQueueStore(owner);
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
