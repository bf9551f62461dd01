import type { PastProject, StatedFacts } from '../read/past-project.js';
import { bootstrap } from './bootstrap.js';
import { outcome } from './outcome.js';
import { recallOf, slices } from './slices.js';

const stated = (type: StatedFacts['type'], sme: boolean | null, nuts = 'DE123'): StatedFacts => ({
  name: 'Invented',
  country: nuts.slice(0, 2),
  nuts,
  type,
  sme,
});

const facts = new Map([
  ['a', stated('PRC', true, 'ITC4C')],
  ['b', stated('PRC', false)],
  ['c', stated('HES', null)],
  ['d', stated(null, null)],
]);
const project = { legalBasis: 'HORIZON.2.5.1', fundingScheme: 'HORIZON-IA' } as PastProject;
const query = { project, coordinator: null, partners: [], targets: ['a', 'z'] };

describe('an interval', () => {
  it('holds the mean, narrows with the number of values, and is the same each time', () => {
    const values = Array.from({ length: 400 }, (_, at) => (at % 10) / 10);
    const { low, high } = bootstrap(values);
    expect(low).toBeLessThan(0.45);
    expect(high).toBeGreaterThan(0.45);
    expect(high - low).toBeLessThan(0.1);
    expect(bootstrap(values)).toEqual({ low, high });
    expect(bootstrap([0.5])).toEqual({ low: 0.5, high: 0.5 });
  });

  it('of nothing is refused', () => {
    expect(() => bootstrap([])).toThrow(RangeError);
  });
});

describe('shares and slices', () => {
  it('count those that state it among the first places', () => {
    const { shares } = outcome(query, ['a', 'b', 'c', 'd'], new Set(['a']), facts);
    expect(shares).toEqual({ sme: 0.25, company: 0.5 });
  });

  it('count hits over all targets of a kind', () => {
    const lists = Array.from({ length: 10 }, () => outcome(query, ['a', 'b'], new Set(['a', 'z']), facts));
    expect(recallOf(lists, () => true)).toEqual({ targets: 20, 'recall@100': 0.5 });
    const cut = slices(lists, { facts, projects: new Map([['a', 1]]) });
    expect(cut.targets.Lombardy).toEqual({ targets: 10, 'recall@100': 1 });
    expect(cut.targets['newcomers: one project']).toEqual({ targets: 10, 'recall@100': 1 });
    expect(cut.programmePart['HORIZON.2.5']?.queries).toBe(10);
    expect(cut.actionType['HORIZON-IA']?.['recall@100']).toBe(0.5);
  });
});
