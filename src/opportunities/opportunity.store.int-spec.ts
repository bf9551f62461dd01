import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { systemScope } from '../platform/database/scope.js';
import type { OpportunityRecord } from './opportunity.js';
import { OpportunityReadModel } from './opportunity.read-model.js';
import { PostgresOpportunityStore } from './opportunity.store.js';

const record: OpportunityRecord = {
  kind: 'topic',
  source: 'portal',
  sourceKey: 'HORIZON-TEST-01',
  identifier: 'HORIZON-TEST-01',
  title: 'Robots that take products apart',
  programme: 'HORIZON',
  part: 'CL4',
  callIdentifier: null,
  callTitle: null,
  actionTypes: ['IA'],
  statedStatus: 'open',
  opensOn: '2026-01-10',
  deadlines: [{ at: '2026-09-15T15:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
  budget: null,
  trlFrom: 4,
  trlTo: 6,
  keywords: [],
  sections: [],
  flags: {},
  url: null,
  observedAt: '2026-07-01T00:00:00.000Z',
  invented: false,
};
const asOf = new Date('2026-07-24T00:00:00Z');
const scope = systemScope();
const store = new PostgresOpportunityStore();
const readModel = new OpportunityReadModel();

describe('saving opportunities', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const save = (...records: OpportunityRecord[]): ReturnType<PostgresOpportunityStore['save']> =>
    database.unitOfWork.run(scope, (unit) => store.save(unit, records, null));
  const find = (reference: string): Promise<Awaited<ReturnType<OpportunityReadModel['cards']>>> =>
    database.unitOfWork.run(scope, async (unit) => {
      const id = await readModel.resolve(unit, reference);
      return readModel.cards(unit, [id], asOf);
    });

  it('changes nothing the second time', async () => {
    expect(await save(record)).toEqual({ new: 1, changed: 0, same: 0, older: 0 });
    expect(await save(record)).toEqual({ new: 0, changed: 0, same: 1, older: 0 });
  });

  it('finds a topic by its identifier in any letter case', async () => {
    await save(record);
    const [card] = [...(await find('horizon-test-01')).values()];
    expect(card).toMatchObject({ title: record.title, status: 'open', opensOn: '2026-01-10', version: 1 });
  });

  it('keeps the old deadline visible when it moves, and ignores an observation older than the last', async () => {
    await save(record);
    const moved = {
      ...record,
      observedAt: '2026-07-20T00:00:00.000Z',
      deadlines: [{ at: '2026-10-15T15:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' as const }],
    };
    expect(await save(moved)).toMatchObject({ changed: 1 });
    expect(await save(record)).toMatchObject({ older: 1 });
    const [card] = [...(await find('HORIZON-TEST-01')).values()];
    expect(card?.deadlines).toEqual(moved.deadlines);
    const changes = await database.unitOfWork.run(scope, (unit) => readModel.changes(unit, card!.id));
    expect(changes).toEqual([
      {
        field: 'deadlines',
        oldValue: record.deadlines,
        newValue: moved.deadlines,
        source: 'portal',
        seenAt: moved.observedAt,
      },
    ]);
    const marker = { at: moved.observedAt, fields: ['deadlines'], deadlinesBefore: record.deadlines };
    expect(card?.changed).toEqual({ ...marker, statusBefore: null });
    const on = (day: string): Promise<unknown> =>
      database.unitOfWork.run(scope, async (unit) => {
        const cards = await readModel.cards(unit, [card!.id], new Date(day));
        return cards.get(card!.id)?.changed ?? null;
      });
    expect(await on('2026-08-18T00:00:00Z')).toMatchObject(marker);
    expect(await on('2026-08-20T00:00:00Z')).toBeNull();
    expect(await on('2026-07-19T00:00:00Z')).toBeNull();
  });

  it('lets a portal record take a demonstration topic over, and gives it back when the portal is forgotten', async () => {
    await save({ ...record, source: 'demo', title: 'Our own summary' });
    await save(record);
    const [taken] = [...(await find('HORIZON-TEST-01')).values()];
    expect(taken).toMatchObject({ title: record.title, changed: null });
    await database.unitOfWork.run(scope, (unit) => store.forget(unit, 'portal'));
    expect([...(await find('HORIZON-TEST-01')).values()][0]?.title).toBe('Our own summary');
    await database.unitOfWork.run(scope, (unit) => store.forget(unit, 'demo'));
    await expect(find('HORIZON-TEST-01')).rejects.toThrow('no opportunity "HORIZON-TEST-01"');
  });

  it('is refused to an officer: open data is written by the operator and the service', async () => {
    const officer = { role: 'officer' as const, clusters: [] };
    await expect(
      database.unitOfWork.run(officer, (unit) => store.save(unit, [record], null)),
    ).rejects.toThrow('row-level security');
  });
});
