import { coverageCells, type CoveringMember } from './coverage.js';

const member = (
  id: string,
  ecosystems: readonly string[],
  fits: string,
  type: CoveringMember['type'] = 'PRC',
): CoveringMember => ({ id, ecosystems, type, fits: [...fits].map((opportunity) => ({ opportunity })) });
const axes = { ecosystems: ['nutrition', 'mobility', ''], parts: ['CL4', 'CL6'] };
const call = (id: string, part: string, ...organisations: string[]) => ({
  id,
  part,
  fits: organisations.map((organisation) => ({ organisation })),
});

describe('coverage', () => {
  it('counts each member and each call once a cell, counted by hand', () => {
    const members = [
      member('m1', ['nutrition', 'mobility'], 'abz'),
      member('m2', ['nutrition'], 'a', 'REC'),
      member('m3', ['nutrition'], 'b', 'HES'),
      member('m4', [], 'c'),
    ];
    const calls = [
      call('a', 'CL4', 'm1', 'm2', 'gone'),
      call('b', 'CL4', 'm1', 'm3'),
      call('c', 'CL6', 'm4'),
      call('z', 'of a part that is not shown', 'm1'),
    ];
    const cells = coverageCells(axes, { members, calls });
    const shown = cells.map((cell) => [
      cell.ecosystem,
      cell.part,
      cell.members.length,
      cell.calls.length,
      cell.cover,
      cell.missingTypes,
    ]);
    expect(shown).toEqual([
      ['nutrition', 'CL4', 3, 2, 'strong', ['PUB']],
      ['nutrition', 'CL6', 0, 0, 'none', []],
      ['mobility', 'CL4', 1, 2, 'thin', ['REC', 'HES', 'PUB']],
      ['mobility', 'CL6', 0, 0, 'none', []],
      ['', 'CL4', 0, 0, 'none', []],
      ['', 'CL6', 1, 1, 'thin', ['REC', 'HES', 'PUB']],
    ]);
  });

  it('has a cell for every pair, also where nobody is', () => {
    const cells = coverageCells(axes, { members: [], calls: [] });
    expect(cells).toHaveLength(6);
    expect(cells.every(({ cover }) => cover === 'none')).toBe(true);
  });
});
