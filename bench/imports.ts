/**
 * How long it takes to take the open data in, into an empty database, and again: the second time changes nothing.
 *
 * The database is a throw-away one that does not wait for the disk; each import is one transaction, so that is one wait.
 */
import { openTestDatabase } from '../test/support/database.js';
import { openIngest } from '../test/support/ingest-app.js';
import { startTestServer, stopTestServer } from '../test/support/postgres-server.js';
import { sharedPath } from '../test/support/shared-data.js';
import { ImportCordis, ImportOpportunities, type ImportOutcome } from '../src/ingest/index.js';
import type { Bench } from './bench.js';

export const bench: Bench = async (report) => {
  const cordis = sharedPath('data/cordis-horizon-europe');
  const portal = sharedPath('data/funding-tenders-portal/topics-open-forthcoming-2026.jsonl.gz');
  if (cordis === undefined || portal === undefined)
    return { skipped: 'the open data is not beside the repository' };
  await startTestServer();
  try {
    const database = await openTestDatabase();
    const app = await openIngest(database, new Date('2026-11-21T00:00:00Z'));
    const importCordis = app.get(ImportCordis);
    const importCalls = app.get(ImportOpportunities);
    const measured = async (name: string, work: () => Promise<ImportOutcome>): Promise<void> => {
      const { seconds, megabytes } = await timed(work);
      report({ name, value: seconds, unit: 's' });
      report({ name: `${name}, memory at most`, value: megabytes, unit: 'MB' });
    };
    await measured('15,458 projects with 103,392 participations', () => importCordis.run(cordis));
    await measured('the same projects again', () => importCordis.run(cordis));
    await measured('1,663 calls of the portal', () => importCalls.portal(portal));
    await measured('the same calls again', () => importCalls.portal(portal));
    await app.close();
    await database.close();
  } finally {
    await stopTestServer();
  }
};

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; megabytes: number }> {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const start = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - start) / 1_000, megabytes: most / 1_000_000 };
}
