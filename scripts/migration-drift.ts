/**
 * Compares what the migrations make with what the entities say, on a throw-away PostgreSQL.
 *
 * The comparison is the one of `typeorm migration:generate --check`: no statement may be left to run. Policies and
 * expression indexes are invisible to it; the row-level security tests see those.
 */
import { entities } from '../src/app/entities.js';
import { createDataSource } from '../src/platform/database/data-source.js';
import { openTestDatabase } from '../test/support/database.js';
import { startTestServer, stopTestServer } from '../test/support/postgres-server.js';

async function missingStatements(): Promise<string[]> {
  await startTestServer();
  const database = await openTestDatabase();
  const dataSource = createDataSource({
    connection: database.owner,
    entities,
    applicationName: 'tessera-drift',
  });
  await dataSource.initialize();
  try {
    const left = await dataSource.driver.createSchemaBuilder().log();
    return left.upQueries.map(({ query }) => query);
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}

try {
  const missing = await missingStatements();
  if (missing.length > 0) {
    console.error('The entities say what no migration does. Generate one, read it, and commit it with them:');
    for (const statement of missing) console.error(`  ${statement}`);
    process.exitCode = 1;
  }
} finally {
  await stopTestServer();
}
