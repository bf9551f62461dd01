import { openTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { systemScope } from '../platform/database/scope.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import type { Deadline, OpportunityRecord } from './opportunity.js';
import { OpportunityReadModel } from './opportunity.read-model.js';
import { PostgresOpportunityStore } from './opportunity.store.js';
import { UnlistedCalls } from './unlisted-calls.store.js';

const monday = new Date('2026-11-16T03:00:00Z');
const tuesday = new Date('2026-11-17T03:00:00Z');
const wednesday = new Date('2026-11-18T03:00:00Z');
const deadline = (at: string): Deadline => ({ at, zone: 'Europe/Brussels', stage: null });

const call = (
  identifier: string,
  seenAt: Date,
  changed: Partial<OpportunityRecord> = {},
): OpportunityRecord => ({
  kind: 'topic',
  source: 'portal',
  sourceKey: identifier,
  identifier,
  title: identifier,
  programme: 'HORIZON',
  part: null,
  callIdentifier: null,
  callTitle: null,
  actionTypes: [],
  statedStatus: 'open',
  opensOn: null,
  deadlines: [deadline('2027-02-02T16:00:00Z')],
  budget: null,
  trlFrom: null,
  trlTo: null,
  keywords: [],
  sections: [],
  flags: {},
  url: null,
  observedAt: seenAt.toISOString(),
  invented: false,
  ...changed,
});

describe('calls that the portal lists no more', () => {
  const store = new PostgresOpportunityStore();
  const unlisted = new UnlistedCalls(store);
  const readModel = new OpportunityReadModel();
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const run = <T>(work: (unit: Unit) => Promise<T>): Promise<T> =>
    database.unitOfWork.run(systemScope(), work);
  const save = (...records: OpportunityRecord[]) => run((unit) => store.save(unit, records, null));
  const withdraw = (before = tuesday, at = wednesday) =>
    run((unit) => unlisted.withdraw(unit, { before, at }, newId()));
  const statuses = () =>
    run(async (unit) => {
      const ids = (await readModel.standings(unit, wednesday)).map(({ id }) => id);
      const cards = [...(await readModel.cards(unit, ids, wednesday)).values()];
      return Object.fromEntries(cards.map(({ identifier, status }) => [identifier, status]));
    });
  const others = (seenAt: Date): OpportunityRecord[] =>
    Array.from({ length: 20 }, (_, at) => call(`OTHER-${at}`, seenAt));

  it('are withdrawn when two complete passes missed them, stay readable and are not scored', async () => {
    await save(...others(wednesday), call('GONE', monday), call('LATE', tuesday));
    expect(await withdraw()).toEqual({ withdrawn: 1, doubtful: 0 });
    expect(await statuses()).toMatchObject({ GONE: 'withdrawn', LATE: 'open', 'OTHER-3': 'open' });
    const gone = await run((unit) => readModel.resolve(unit, 'gone'));
    const [card] = await run(async (unit) => [...(await readModel.cards(unit, [gone], wednesday)).values()]);
    expect(card?.changed).toEqual({
      at: wednesday.toISOString(),
      fields: ['statedStatus'],
      deadlinesBefore: null,
      statusBefore: 'open',
    });
    expect(await run((unit) => readModel.scorableIds(unit))).not.toContain(gone);
    expect(await withdraw()).toEqual({ withdrawn: 0, doubtful: 0 });
  });

  it('are open again once they are listed again', async () => {
    await save(...others(wednesday), call('GONE', monday));
    await withdraw();
    await save(call('GONE', new Date('2026-11-19T03:00:00Z')));
    expect(await statuses()).toMatchObject({ GONE: 'open' });
    const gone = await run((unit) => readModel.resolve(unit, 'gone'));
    expect(await run((unit) => readModel.changes(unit, gone))).toMatchObject([
      { field: 'statedStatus', oldValue: 'withdrawn', newValue: 'open' },
      { field: 'statedStatus', oldValue: 'open', newValue: 'withdrawn' },
    ]);
  });

  it('are left to their dates where a deadline has passed, or another source speaks of them', async () => {
    const first = deadline('2026-10-01T15:00:00Z');
    const last = deadline('2027-04-01T15:00:00Z');
    await save(
      ...others(wednesday),
      call('TWO-STAGE', monday, { deadlines: [first, last] }),
      call('OVER', monday, { deadlines: [first] }),
      call('PILOT', monday, { source: 'pilots' }),
    );
    expect(await withdraw()).toEqual({ withdrawn: 0, doubtful: 0 });
    expect(await statuses()).toMatchObject({ 'TWO-STAGE': 'open', OVER: 'closed', PILOT: 'open' });
  });

  it('are closed where they have no deadline that would tell', async () => {
    await save(...others(wednesday), call('ALWAYS', monday, { deadlines: [] }));
    await withdraw();
    expect(await statuses()).toMatchObject({ ALWAYS: 'closed' });
  });

  it('are all left as they are where so many went at once that the portal is more likely wrong', async () => {
    await save(...others(wednesday), ...Array.from({ length: 6 }, (_, at) => call(`GONE-${at}`, monday)));
    expect(await withdraw()).toEqual({ withdrawn: 0, doubtful: 6 });
    expect(await statuses()).toMatchObject({ 'GONE-1': 'open' });
  });
});
