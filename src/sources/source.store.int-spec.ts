import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { systemScope, type Scope } from '../platform/database/scope.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { SourceAges } from './source-ages.read-model.js';
import type { SourceAge } from './source.js';
import { SourceStore, type GoodPass } from './source.store.js';

const store = new SourceStore();
const ages = new SourceAges();
const monday = new Date('2026-11-16T03:00:00Z');
const officer: Scope = { role: 'officer', clusters: [] };

const later = (hours: number): Date => new Date(monday.getTime() + hours * 3_600_000);

describe('what is known of a source', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const run = <T>(work: (unit: Unit) => Promise<T>, scope = systemScope()): Promise<T> =>
    database.unitOfWork.run(scope, work);
  const passed = (pass: Partial<GoodPass> = {}): Promise<void> =>
    run((unit) => store.passed(unit, 'portal', { result: 'applied', dataAt: monday, ...pass }));
  const portal = async (now: Date): Promise<SourceAge | undefined> =>
    (await run((unit) => ages.of(unit, ['portal'], now), officer))[0];

  it('is nothing before it was tried', async () => {
    expect(await run((unit) => ages.all(unit, monday), officer)).toEqual([]);
  });

  it('is the last good pass, and what came of later attempts', async () => {
    await passed({ counts: { new: 3 } });
    const good = await portal(later(24));
    expect(good).toMatchObject({
      dataAt: monday.toISOString(),
      lastResult: 'applied',
      failures: 0,
      counts: { new: 3 },
      old: false,
    });
    expect(await run((unit) => store.failed(unit, 'portal', 'it answered 500'))).toBe(1);
    expect(await run((unit) => store.failed(unit, 'portal', 'it answered 503'))).toBe(2);
    expect(await portal(later(24))).toMatchObject({
      dataAt: monday.toISOString(),
      lastGoodAt: good?.lastGoodAt,
      lastResult: 'failed',
      problem: 'it answered 503',
      failures: 2,
      counts: { new: 3 },
    });
    await passed({ result: 'unchanged', dataAt: null });
    expect(await portal(later(24))).toMatchObject({
      dataAt: monday.toISOString(),
      lastResult: 'unchanged',
      problem: null,
      failures: 0,
      counts: { new: 3 },
    });
  });

  it('is old after three days for the portal', async () => {
    await passed();
    expect((await portal(later(71)))?.old).toBe(false);
    expect((await portal(later(73)))?.old).toBe(true);
  });

  it('never takes older data for newer ones', async () => {
    await passed();
    await passed({ dataAt: new Date('2026-05-07T00:00:00Z') });
    expect((await portal(monday))?.dataAt).toBe(monday.toISOString());
  });

  it('forgets by what to ask for changes when the data came from elsewhere', async () => {
    const validator = { etag: '"a"', lastModified: null, sha256: null };
    const kept = (): Promise<unknown> => run((unit) => store.validator(unit, 'portal'));
    await passed({ validator });
    await passed({ result: 'unchanged', dataAt: null });
    expect(await kept()).toEqual(validator);
    await passed();
    expect(await kept()).toBeNull();
  });

  it('counts complete passes only where some hours lie between them', async () => {
    const complete = async (hours: number): Promise<unknown> => {
      return run((unit) => store.complete(unit, 'portal', later(hours)));
    };
    expect(await complete(0)).toEqual({ at: monday, before: null });
    expect(await complete(1)).toEqual({ at: monday, before: null });
    expect(await complete(23)).toEqual({ at: later(23), before: monday });
    expect(await complete(48)).toEqual({ at: later(48), before: later(23) });
  });

  it('is renewed by one process at a time, whose claim ends with it', async () => {
    const claim = await run((unit) => store.claim(unit, 'portal'));
    expect((await portal(monday))?.running).toBe(true);
    await expect(run((unit) => store.claim(unit, 'portal'))).rejects.toMatchObject({
      code: 'sources.pass-under-way',
      kind: 'conflict',
    });
    expect(await run((unit) => store.renew(unit, 'portal', claim))).toBe(true);
    await run(({ manager }) =>
      manager.query(`update source set claimed_until = now() - interval '1 second'`),
    );
    const next = await run((unit) => store.claim(unit, 'portal'));
    expect(await run((unit) => store.renew(unit, 'portal', claim))).toBe(false);
    await run((unit) => store.release(unit, 'portal', claim));
    expect((await portal(monday))?.running).toBe(true);
    await run((unit) => store.release(unit, 'portal', next));
    expect((await portal(monday))?.running).toBe(false);
  });

  it('is written by the operator and the service alone', async () => {
    await expect(run((unit) => store.failed(unit, 'portal', 'x'), officer)).rejects.toThrow(
      'row-level security',
    );
  });
});
