/**
 * How long it takes to take the open data in, into an empty database, and again: the second time changes nothing.
 *
 * The database is a throw-away one that does not wait for the disk; each import is one transaction, so that is one wait.
 */
import { openTestDatabase } from '../test/support/database.js';
import { startTestServer, stopTestServer } from '../test/support/postgres-server.js';
import { sharedPath } from '../test/support/shared-data.js';
import { ImportCordis } from '../src/ingest/cordis/import-cordis.js';
import { LearnedConceptStore } from '../src/ingest/cordis/learned-concept.store.js';
import { ImportOpportunities } from '../src/ingest/import-opportunities.js';
import type { ImportOutcome } from '../src/ingest/import-outcome.js';
import { ImportRunStore } from '../src/ingest/import-run.store.js';
import { PostgresOpportunityStore } from '../src/opportunities/opportunity.store.js';
import { OrganisationReadModel } from '../src/organisations/index.js';
import { PostgresOrganisationStore } from '../src/organisations/organisation.store.js';
import { PostgresProjectStore } from '../src/organisations/project.store.js';
import { SystemClock } from '../src/platform/clock/clock.js';
import type { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { loadTaxonomy } from '../src/taxonomy/index.js';
import type { Bench } from './bench.js';

export const bench: Bench = async (report) => {
  const cordis = sharedPath('data/cordis-horizon-europe');
  const portal = sharedPath('data/funding-tenders-portal/topics-open-forthcoming-2026.jsonl.gz');
  if (cordis === undefined || portal === undefined)
    return { skipped: 'the open data is not beside the repository' };
  await startTestServer();
  try {
    const database = await openTestDatabase();
    const { importCordis, importCalls } = importsInto(database.unitOfWork);
    const measured = async (name: string, work: () => Promise<ImportOutcome>): Promise<void> => {
      const { seconds, megabytes } = await timed(work);
      report({ name, value: seconds, unit: 's' });
      report({ name: `${name}, memory at most`, value: megabytes, unit: 'MB' });
    };
    await measured('15,458 projects with 103,392 participations', () => importCordis.run(cordis));
    await measured('the same projects again', () => importCordis.run(cordis));
    await measured('1,663 calls of the portal', () => importCalls.portal(portal));
    await measured('the same calls again', () => importCalls.portal(portal));
    await database.close();
  } finally {
    await stopTestServer();
  }
};

function importsInto(unitOfWork: UnitOfWork): {
  importCordis: ImportCordis;
  importCalls: ImportOpportunities;
} {
  const clock = new SystemClock();
  const runs = new ImportRunStore();
  return {
    importCordis: new ImportCordis(
      unitOfWork,
      clock,
      runs,
      new OrganisationReadModel(),
      new PostgresOrganisationStore(),
      new PostgresProjectStore(),
      new LearnedConceptStore(),
    ),
    importCalls: new ImportOpportunities(
      unitOfWork,
      clock,
      loadTaxonomy(),
      runs,
      new PostgresOpportunityStore(),
    ),
  };
}

async function timed(work: () => Promise<unknown>): Promise<{ seconds: number; megabytes: number }> {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
  const start = performance.now();
  await work();
  clearInterval(watch);
  return { seconds: (performance.now() - start) / 1_000, megabytes: most / 1_000_000 };
}
