import type { PastProject, StatedFacts } from '../read/past-project.js';
import { bootstrap } from './bootstrap.js';
import { bandFrequencies, calibration } from './calibration.js';
import { gateFigures } from './gate.js';
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
    const { shares } = outcome(
      query,
      { ranked: ['a', 'b', 'c', 'd'], scores: [], bands: [], fair: [] },
      new Set(['a']),
      facts,
    );
    expect(shares).toEqual({ sme: 0.25, company: 0.5 });
  });

  it('count hits over all targets of a kind', () => {
    const lists = Array.from({ length: 10 }, () =>
      outcome(query, { ranked: ['a', 'b'], scores: [], bands: [], fair: [] }, new Set(['a', 'z']), facts),
    );
    expect(recallOf(lists, () => true)).toEqual({ targets: 20, 'recall@100': 0.5 });
    const cut = slices(lists, { facts, projects: new Map([['a', 1]]) });
    expect(cut.targets.Lombardy).toEqual({ targets: 10, 'recall@100': 1 });
    expect(cut.targets['newcomers: one project']).toEqual({ targets: 10, 'recall@100': 1 });
    expect(cut.programmePart['HORIZON.2.5']?.queries).toBe(10);
    expect(cut.actionType['HORIZON-IA']?.['recall@100']).toBe(0.5);
  });
});

describe('calibration', () => {
  it('is perfect where every chance comes true as often as it says, and off by the distance elsewhere', () => {
    const often = (chance: number, of: number): { chance: number; came: boolean }[] =>
      Array.from({ length: 100 }, (_, at) => ({ chance, came: at % 10 < Math.round(of * 10) }));
    expect(calibration([...often(0.1, 0.1), ...often(0.6, 0.6)]).error).toBeCloseTo(0, 2);
    expect(calibration(often(0.3, 0.5)).error).toBeCloseTo(0.2, 9);
    expect(calibration([])).toEqual({ error: 0, bins: [] });
  });
});

describe('how often bands come true', () => {
  it('counts the places of each band, and those among them that came', () => {
    const places = [
      { band: 'strong', came: true },
      { band: 'strong', came: false },
      { band: 'possible', came: false },
    ] as const;
    expect(bandFrequencies(places)).toEqual({
      strong: { places: 2, frequency: 0.5 },
      good: { places: 0, frequency: 0 },
      possible: { places: 1, frequency: 0 },
      unknown: { places: 0, frequency: 0 },
    });
  });
});

describe('the price of a fair order', () => {
  it('is what recall within fifty places loses', () => {
    const many = Array.from({ length: 60 }, (_, at) => `u${String(at)}`);
    const known = new Map([
      ...many.map((id) => [id, stated('HES', false)] as const),
      ['a', stated('PRC', true)],
    ]);
    const ranked = [...many, 'a'];
    const fair = [...many.slice(0, 9), 'a', ...many.slice(9)];
    const wanted = [outcome(query, { ranked, scores: [], bands: [], fair }, new Set(['a', 'u0']), known)];
    const gate = gateFigures(wanted, known);
    // the only firm comes to place 10, and is found
    expect(gate['recall@50']).toBe(1);
    expect(gate.price).toBe(-1);
    expect(gate['smeShare@50']).toBe(1 / 50);
    expect(gate.realSmeShare).toBe(0.5);
  });
});
