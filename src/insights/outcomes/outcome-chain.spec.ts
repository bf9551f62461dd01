import fc from 'fast-check';

import { outcomeStages, partCounts, stageCounts, type OutcomeChain } from './outcome-chain.js';

const chain = (reached: number, organisation = 'o'): OutcomeChain => ({
  organisation,
  call: 'c',
  reached,
  leads: false,
});

describe('outcomes', () => {
  it('count a pair at its stage and at all before it', () => {
    expect(stageCounts([chain(0), chain(2), chain(5)])).toEqual([3, 2, 2, 1, 1, 1]);
    expect(stageCounts([])).toEqual(outcomeStages.map(() => 0));
  });

  it('of parts add up to the whole at every stage (C-13)', () => {
    const chains = fc.array(
      fc.record({ reached: fc.nat({ max: 5 }), organisation: fc.constantFrom('a', 'b', 'c') }),
    );
    fc.assert(
      fc.property(chains, (drawn) => {
        const all = drawn.map(({ reached, organisation }) => chain(reached, organisation));
        const parts = partCounts(all, ({ organisation }) => organisation);
        const sums = outcomeStages.map((_, stage) =>
          parts.reduce((sum, { counts }) => sum + (counts[stage] ?? 0), 0),
        );
        expect(sums).toEqual(stageCounts(all));
      }),
    );
  });
});
