import fc from 'fast-check';

import type { Partner } from './consortium.js';
import { counted } from './counting.js';
import { ownershipOf } from './ownership.js';
import type { Case } from './predicate.js';
import type { AtLeast } from './rule.js';
import type { Rulebook } from './rulebook.js';

const states = ['IT', 'FR', 'DE'];
const associates = ['NO', 'CH'];

const listed = (countries: readonly string[]) =>
  countries.map((country) => ({ country, from: null, to: null, parts: [], confirmed: true }));

const book: Rulebook = {
  ruleSets: [],
  countryLists: new Map([
    ['states', { id: 'states', members: listed(states), countsAs: new Map(), partOf: new Map() }],
    [
      'all',
      { id: 'all', members: listed([...states, ...associates]), countsAs: new Map(), partOf: new Map() },
    ],
  ]),
  regionLists: new Map(),
  facts: new Map(),
  partGroups: new Map(),
  topics: new Map(),
};

const minimum: AtLeast = {
  kind: 'at-least',
  count: 3,
  scope: 'beneficiaries',
  where: { test: 'country-list', list: 'all' },
  distinct: 'country',
  regionList: null,
  independent: true,
  including: { count: 2, where: { test: 'country-list', list: 'states' } },
  deemed: [],
};

/** Partners of known countries, some under another; nothing is left open, so worst and best are the same. */
const partners: fc.Arbitrary<readonly Partner[]> = fc
  .array(
    fc.record({ country: fc.constantFrom(...states, ...associates, 'US'), owner: fc.option(fc.nat(6)) }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drawn) =>
    drawn.map(({ country, owner }, at) => ({
      name: `P${at}`,
      pic: null,
      country,
      nuts: null,
      type: null,
      sme: null,
      role: 'beneficiary' as const,
      // only by one before it: no circles
      controlledBy: owner !== null && owner < at ? [{ name: `P${owner}`, country: null }] : [],
      budgetSharePercent: null,
      facts: null,
    })),
  );

function caseOf(of: readonly Partner[]): Case {
  return {
    book,
    partners: of,
    applicable: { ruleSet: null, topic: null, part: null, date: '2026-11-21', gap: null },
    deadline: null,
    ownership: ownershipOf(of),
    moment: { date: '2026-11-21', groups: null },
  };
}

/** Every choice of three that the rule's words allow, tried one by one. */
function someThree({ partners: of, ownership }: Case): boolean {
  const places = of.map(({ country }, at) => ({ country: country ?? '', group: ownership.surely[at] }));
  const admitted = places.filter(({ country }) => [...states, ...associates].includes(country));
  return admitted.some((a, i) =>
    admitted.slice(i + 1).some((b, j) =>
      admitted.slice(i + j + 2).some((c) => {
        const three = [a, b, c];
        const apart = <T>(values: readonly T[]): boolean => new Set(values).size === 3;
        return (
          apart(three.map(({ country }) => country)) &&
          apart(three.map(({ group }) => group)) &&
          three.filter(({ country }) => states.includes(country)).length >= 2
        );
      }),
    ),
  );
}

describe('counting', () => {
  it('finds three of a kind exactly where trying every three finds them', () => {
    let found = 0;
    fc.assert(
      fc.property(partners, (of) => {
        const one = caseOf(of);
        const { worst, best, including } = counted(minimum, one);
        expect(worst).toBe(best);
        const reached = worst >= minimum.count && (including?.worst ?? 0) >= 2;
        expect(reached).toBe(someThree(one));
        if (reached) found++;
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
