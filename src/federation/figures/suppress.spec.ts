import fc from 'fast-check';

import { countTable, fewestCounted } from './suppress.js';

const members = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([label, count]) => Array.from({ length: count }, () => label));

describe('a table of counts', () => {
  it('is shown whole where every cell is large enough', () => {
    expect(countTable(members({ PRC: 12, REC: 5 }))).toEqual({
      total: 17,
      cells: [
        { label: 'PRC', count: 12 },
        { label: 'REC', count: 5 },
      ],
    });
  });

  it('keeps back a second cell, or the total less the others would tell the first', () => {
    expect(countTable(members({ HES: 2, PRC: 30, REC: 8 })).cells).toEqual([
      { label: 'HES', count: null },
      { label: 'PRC', count: 30 },
      { label: 'REC', count: null },
    ]);
  });

  it('says nothing of fewer than five in all', () => {
    expect(countTable(members({ PRC: 4 }))).toEqual({ total: null, cells: [{ label: 'PRC', count: null }] });
    expect(countTable([])).toEqual({ total: 0, cells: [] });
  });

  it('tells of nobody, also by subtracting what is shown from the total', () => {
    const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(counts, (given) => {
        const { total, cells } = countTable(members(given));
        const hidden = cells.filter(({ count }) => count === null);
        for (const { count } of cells) expect(count ?? fewestCounted).toBeGreaterThanOrEqual(fewestCounted);
        if (hidden.length === 0 || total === null) return;
        const difference = total - cells.reduce((sum, { count }) => sum + (count ?? 0), 0);
        expect(difference).toBeGreaterThanOrEqual(fewestCounted);
        expect(hidden.length).toBeGreaterThan(1);
      }),
    );
  });
});
