import { jest } from '@jest/globals';

import { QueueKit } from '../../../test/faults/queue-kit.js';
import { count, note, workRegistry } from '../../../test/faults/queue-work.js';
import { until } from '../../../test/support/until.js';
import { systemScope, type Scope } from '../database/scope.js';
import type { Unit } from '../database/unit-of-work.js';
import { newId } from '../ids/uuid.js';
import { effectOnce } from './effect-done.store.js';
import { enqueueIntention } from './outbox.store.js';
import { runProgress } from './work-run.read-model.js';
import { createUnits } from './work-unit.store.js';

jest.setTimeout(30_000);

const [ours, theirs] = [newId(), newId()];
const officer: Scope = { role: 'officer', clusters: [ours], user: newId() };
const refused = { driverError: expect.objectContaining({ code: '42501' }) }; // row-level security

describe('who may see and add work', () => {
  let kit: QueueKit;
  beforeAll(async () => {
    kit = await QueueKit.open('postgres');
  });
  afterEach(() => kit.clear());
  afterAll(() => kit.close());

  const as = <T>(scope: Scope, work: (unit: Unit) => Promise<T>): Promise<T> =>
    kit.database.unitOfWork.run(scope, work);
  const intend = (scope: Scope, clusterId: string | null): Promise<string> =>
    as(scope, (unit) => enqueueIntention(unit, note, { n: 1 }, { clusterId }));
  const addUnits = async (scope: Scope, clusterId: string | null): Promise<string> => {
    const runId = newId();
    await as(scope, (unit) => createUnits(unit, count, runId, [{ key: 'a', payload: { n: 1 }, clusterId }]));
    return runId;
  };
  const seen = async (scope: Scope, table: string): Promise<number> => {
    const rows = await as(scope, (unit) =>
      unit.manager.query<{ seen: number }[]>(`select count(*)::int as seen from ${table}`),
    );
    return rows[0]?.seen ?? -1;
  };

  it('lets an officer add intentions for the own cluster, and for nobody else', async () => {
    await intend(officer, ours);
    await expect(intend(officer, theirs)).rejects.toMatchObject(refused);
    await expect(intend(officer, null)).rejects.toMatchObject(refused);
    expect(await seen(systemScope(), 'outbox')).toBe(1);
  });

  it('lets an officer add units for the own cluster, and for nobody else', async () => {
    await addUnits(officer, ours);
    await expect(addUnits(officer, theirs)).rejects.toMatchObject(refused);
    await expect(addUnits(officer, null)).rejects.toMatchObject(refused);
  });

  it('shows intentions to the service and its operators alone', async () => {
    await intend(systemScope(), ours);
    await intend(systemScope(), null);
    expect(await seen(systemScope(), 'outbox')).toBe(2);
    expect(await seen({ role: 'operator', clusters: [] }, 'outbox')).toBe(2);
    expect(await seen(officer, 'outbox')).toBe(0);
  });

  it('shows an officer how far runs of the own cluster and over open data are, and no others', async () => {
    const [own, open, foreign] = [
      await addUnits(systemScope(), ours),
      await addUnits(systemScope(), null),
      await addUnits(systemScope(), theirs),
    ];
    const totals = await as(officer, async (unit) => {
      const progress = [];
      for (const run of [own, open, foreign]) progress.push(await runProgress(unit, run));
      return progress.map(({ total }) => total);
    });
    expect(totals).toEqual([1, 1, 0]);
  });

  it('lets an officer change no work, not even the own cluster’s', async () => {
    await addUnits(officer, ours);
    const change = `update work_unit set state = 'done' returning id`;
    expect(await as(officer, (unit) => unit.manager.query(change))).toEqual([[], 0]);
    expect(await as(officer, (unit) => unit.manager.query(`delete from work_unit`))).toEqual([[], 0]);
  });

  it.each(['outbox', 'work_unit', 'effect_done', 'worker_heartbeat'])(
    'shows nothing of %s outside a scope',
    async (table) => {
      await intend(systemScope(), null);
      await addUnits(systemScope(), null);
      await as(systemScope(), (unit) => effectOnce(unit, 'x'));
      await kit.owner(
        `insert into worker_heartbeat (id, host, pid, roles, queues, taking) values ($1, 'h', 1, '{}', '{}', true)`,
        [newId()],
      );
      expect(await seen(systemScope(), table)).toBe(1);
      const rows = await kit.database.dataSource.query<{ seen: number }[]>(
        `select count(*)::int as seen from ${table}`,
      );
      expect(rows).toEqual([{ seen: 0 }]);
    },
  );

  it('forces the policies on the owner of the tables too', async () => {
    const rows = await kit.owner<{ relname: string }>(
      `select relname from pg_class
       where relname in ('outbox', 'work_unit', 'effect_done', 'worker_heartbeat')
         and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
  });

  it('grants an effect once, and again when it was rolled back', async () => {
    const rolledBack = kit.run(async (unit) => {
      expect(await effectOnce(unit, 'mail-1')).toBe(true);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await kit.run((unit) => effectOnce(unit, 'mail-1'))).toBe(true);
    expect(await kit.run((unit) => effectOnce(unit, 'mail-1'))).toBe(false);
    expect(await kit.run((unit) => effectOnce(unit, 'mail-2'))).toBe(true);
  });

  it('runs the effect of a cluster’s work in the scope of that cluster', async () => {
    await intend(systemScope(), ours);
    const scopes: unknown[] = [];
    const registry = workRegistry({
      note:
        async (_task, { clusterId }) =>
        async (unit) =>
          void scopes.push([clusterId, unit.scope]),
    });
    await kit.runtime(registry).start({ roles: ['relay', 'workers'] });
    await until('it ran', () => scopes.length > 0);
    expect(scopes).toEqual([[ours, { role: 'system', clusters: [ours] }]]);
  });
});
