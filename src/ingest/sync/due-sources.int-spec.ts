import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { systemScope } from '../../platform/database/scope.js';
import { SourceStore } from '../../sources/index.js';
import { dueSources } from './due-sources.read-model.js';
import { syncedSources, type SyncedSource } from './synced-source.js';

describe('what is due', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(() => run('delete from source'));

  const run = (sql: string): Promise<unknown> =>
    database.unitOfWork.run(systemScope(), ({ manager }) => manager.query(sql));
  const due = async (
    at: string,
    among: readonly SyncedSource[] = ['portal', 'cordis'],
  ): Promise<string[]> => {
    const found = await database.unitOfWork.run(systemScope(), (unit) =>
      dueSources(unit, among, { at: new Date(at) }),
    );
    return found.map(({ source, slot, failures }) => `${source} ${slot} ${failures}`);
  };
  const good = (at: string): Promise<unknown> =>
    run(`insert into source (name, last_good_at, last_attempt_at) values ('portal', '${at}', '${at}')`);

  it('is nothing unless a setting names it', async () => {
    expect(await due('2026-11-22T12:00:00Z', [])).toEqual([]);
    expect(await due('2026-11-22T12:00:00Z', ['cordis'])).toEqual(['cordis 20261110T0320 0']);
  });

  it('is the newest slot of what was never renewed: a missed one is made up once', async () => {
    expect(await due('2026-11-22T12:00:00Z')).toEqual(['cordis 20261110T0320 0', 'portal 20261122T0220 0']);
    expect(await due('2026-11-09T00:00:00Z')).toContain('cordis 20261010T0220 0');
  });

  it('comes each night at the same time by the clock in Rome, summer and winter', async () => {
    await good('2026-03-28T02:30:00Z');
    expect(await due('2026-03-29T01:19:00Z', ['portal'])).toEqual([]);
    expect(await due('2026-03-29T01:21:00Z', ['portal'])).toEqual(['portal 20260329T0120 0']);
    await run('delete from source');
    await good('2026-10-24T01:30:00Z');
    expect(await due('2026-10-25T02:19:00Z', ['portal'])).toEqual([]);
    expect(await due('2026-10-25T02:21:00Z', ['portal'])).toEqual(['portal 20261025T0220 0']);
  });

  it('is done once there was a good pass since', async () => {
    await good('2026-11-22T02:25:00Z');
    expect(await due('2026-11-22T12:00:00Z', ['portal'])).toEqual([]);
    expect(await due('2026-11-23T02:19:00Z', ['portal'])).toEqual([]);
    expect(await due('2026-11-24T08:00:00Z', ['portal'])).toEqual(['portal 20261124T0220 0']);
  });

  it('rests longer after each failure, at most six hours', async () => {
    await run(
      `insert into source (name, last_attempt_at, failures) values ('portal', '2026-11-22T03:00:00Z', 1)`,
    );
    const at = (time: string): Promise<string[]> => due(`2026-11-22T${time}:00Z`, ['portal']);
    expect(await at('03:09')).toEqual([]);
    expect(await at('03:11')).toEqual(['portal 20261122T0220 1']);
    await run('update source set failures = 3');
    expect(await at('03:39')).toEqual([]);
    expect(await at('03:41')).toEqual(['portal 20261122T0220 3']);
    await run('update source set failures = 400');
    expect(await at('08:59')).toEqual([]);
    expect(await at('09:01')).toEqual(['portal 20261122T0220 400']);
  });

  it('is left alone while somebody is at it', async () => {
    await database.unitOfWork.run(systemScope(), (unit) => new SourceStore().claim(unit, 'portal'));
    expect(await due(new Date().toISOString(), ['portal'])).toEqual([]);
  });

  it('can be any source that there is', async () => {
    expect(await due('2026-11-22T12:00:00Z', syncedSources)).toHaveLength(3);
  });
});
