import fc from 'fast-check';

import type { OpportunityId } from './opportunity.js';
import {
  facetNames,
  found,
  type OpportunityFilters,
  type SearchedOpportunity,
} from './opportunity-search.js';

const asOf = new Date('2026-11-22T09:00:00Z');
const none: OpportunityFilters = {
  asOf,
  all: false,
  programme: [],
  part: [],
  kind: [],
  ecosystem: [],
  actionType: [],
  status: [],
  deadlineFrom: null,
  deadlineTo: null,
  budgetFrom: null,
  budgetTo: null,
  trl: null,
  region: null,
  among: [],
};

const bare: SearchedOpportunity = {
  id: 'a' as OpportunityId,
  identifierKey: 'a',
  kind: 'topic',
  programme: 'HORIZON',
  part: 'CL4',
  actionTypes: ['IA'],
  ecosystems: ['advanced-manufacturing'],
  statedStatus: 'open',
  opensOn: null,
  deadlines: [{ at: '2027-02-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
  budget: null,
  trlFrom: null,
  trlTo: null,
  regions: null,
};

const one = (id: string, more: Partial<SearchedOpportunity> = {}): SearchedOpportunity => ({
  ...bare,
  ...more,
  id: id as OpportunityId,
  identifierKey: id,
});

const candidates = [
  one('a'),
  one('b', { part: 'CL5', actionTypes: ['RIA', 'IA'], trlFrom: 4, trlTo: 6 }),
  one('c', { statedStatus: 'withdrawn' }),
  one('d', {
    kind: 'pilot',
    programme: 'VANGUARD',
    part: null,
    actionTypes: [],
    deadlines: [],
    regions: ['ITC4', 'BE2'],
  }),
  one('e', {
    budget: {
      totalEur: null,
      shared: false,
      perProjectMinEur: 2e6,
      perProjectMaxEur: 4e6,
      expectedGrants: null,
    },
  }),
];

const ids = (filters: Partial<OpportunityFilters>): string[] => [
  ...found(candidates, { ...none, ...filters }).ids,
];

describe('filters of opportunities', () => {
  it.each<[string, Partial<OpportunityFilters>, string[]]>([
    ['what is over or withdrawn', {}, ['a', 'b', 'd', 'e']],
    ['all', { all: true }, ['a', 'b', 'c', 'd', 'e']],
    ['a status by name', { status: ['withdrawn'] }, ['c']],
    ['parts, as alternatives', { part: ['CL5', 'CL6'] }, ['b']],
    ['one of several types of action', { actionType: ['RIA'] }, ['b']],
    ['a span of deadlines, which leaves out what has none', { deadlineFrom: '2027-02-02' }, ['a', 'b', 'e']],
    ['its last day', { deadlineTo: '2027-02-01' }, []],
    ['money for one project', { budgetFrom: 3e6, budgetTo: 9e6 }, ['e']],
    ['readiness', { trl: 5 }, ['b']],
    ['a part of a region named', { region: 'itc4c' }, ['a', 'b', 'd', 'e']],
    ['a region not named', { region: 'DE1' }, ['a', 'b', 'e']],
    ['lists that all must hold', { among: [new Set(['a', 'd']), new Set(['d'])] }, ['d']],
    ['several at once', { part: ['CL4'], kind: ['topic'], deadlineTo: '2027-12-31' }, ['a', 'e']],
  ])('%s', (_what, filters, expected) => {
    expect(ids(filters)).toEqual(expected);
  });

  it('count, for each value, what the list would be with it alone of its kind', () => {
    const choice = fc.record({
      part: fc.subarray(['CL4', 'CL5']),
      kind: fc.subarray(['topic', 'pilot']),
      actionType: fc.subarray(['IA', 'RIA']),
      status: fc.subarray(['open', 'withdrawn', 'standing']),
      all: fc.boolean(),
      trl: fc.constantFrom(null, 5),
    });
    fc.assert(
      fc.property(choice, (chosen) => {
        const { facets } = found(candidates, { ...none, ...chosen });
        for (const name of facetNames)
          for (const { value, count } of facets[name])
            expect([name, value, count]).toEqual([name, value, ids({ ...chosen, [name]: [value] }).length]);
      }),
    );
  });
});
