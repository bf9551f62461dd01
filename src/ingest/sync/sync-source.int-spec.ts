import type { INestApplicationContext } from '@nestjs/common';

import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openSync } from '../../../test/support/sync-app.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { JobRegistry, type Wake } from '../../platform/queue/index.js';
import { SourceAges } from '../../sources/index.js';
import type { CordisAnswer, CordisExport } from './cordis-export.js';
import type { PortalSearch } from './portal-search.connector.js';
import { SourceConnectors } from './source-connectors.js';
import { sourceRefused } from './sync.errors.js';
import type { SyncedSource } from './synced-source.js';

describe('sources that the service renews by itself', () => {
  let database: TestDatabase;
  const apps: INestApplicationContext[] = [];
  let asked = 0;
  let answer: () => Promise<CordisAnswer>;

  class TestConnectors extends SourceConnectors {
    portal(): PortalSearch {
      throw new RangeError('nobody asked for the portal');
    }

    cordis(): CordisExport {
      const fetch = (): Promise<CordisAnswer> => {
        asked += 1;
        return answer();
      };
      return { fetch, close: () => undefined };
    }
  }

  beforeEach(async () => {
    database = await openTestDatabase();
    asked = 0;
    answer = () => Promise.resolve({ state: 'unchanged', validator: null });
  });
  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => app.close()));
    await database.close();
  });

  const open = async (scheduled: readonly SyncedSource[]): Promise<JobRegistry> => {
    const app = await openSync(database, new TestConnectors(), new SystemClock(), scheduled);
    apps.push(app);
    return app.get(JobRegistry);
  };
  const sweep = (registry: JobRegistry): Promise<readonly Wake<object>[]> => {
    const find = registry.sweeps.get('due-sources');
    if (!find) throw new RangeError('nobody looks what is due');
    return database.unitOfWork.run(systemScope(), find);
  };
  const work = async (registry: JobRegistry, wakes: readonly Wake<object>[]): Promise<void> => {
    for (const { job, payload } of wakes) {
      await registry
        .job(job.topic)
        ?.handler(payload, { signal: new AbortController().signal, clusterId: null, attempt: 1 });
    }
  };
  const age = () =>
    database.unitOfWork.run(
      systemScope(),
      async (unit) => (await new SourceAges().of(unit, ['cordis'], new Date()))[0],
    );

  it('are none unless a setting names them', async () => {
    expect(await sweep(await open([]))).toEqual([]);
  });

  it('are found due once, by a job whose name changes with what it is for', async () => {
    const registry = await open(['cordis']);
    const wakes = await sweep(registry);
    expect(wakes.map(({ job, payload }) => job.id(payload))).toEqual([
      expect.stringMatching(/^sync_cordis_\d{8}T\d{4}_0_\d{10}$/),
    ]);
    await work(registry, wakes);
    expect(await age()).toMatchObject({ lastResult: 'unchanged', failures: 0 });
    expect(await sweep(registry)).toEqual([]);
    await work(registry, wakes); // delivered twice
    expect(asked).toBe(1);
  });

  it('rest after a failure, which is written down; the job itself has done what it could', async () => {
    const registry = await open(['cordis']);
    answer = () => Promise.reject(sourceRefused({ code: 'cordis', what: 'CORDIS' }, 500, 5));
    await work(registry, await sweep(registry));
    expect(await age()).toMatchObject({ lastResult: 'failed', failures: 1, running: false });
    expect(await sweep(registry)).toEqual([]);
    await database.unitOfWork.run(systemScope(), ({ manager }) =>
      manager.query(`update source set last_attempt_at = now() - interval '11 minutes'`),
    );
    expect((await sweep(registry)).map(({ payload }) => payload)).toMatchObject([
      { source: 'cordis', failures: 1 },
    ]);
  });
});
