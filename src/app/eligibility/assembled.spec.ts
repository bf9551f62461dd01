import fc from 'fast-check';

import { assemble, ruleMinima, type AssemblyProblem } from '../../consortia/index.js';
import { checkEligibility, demandsOf, type Consortium, type Partner } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();
const limits = { proposals: 2, seconds: 20 };

/** Rules on regions, countries of some kind, small firms, and independent partners. */
const ruleSets = ['vinnovate', 'i3-1', 'eurostars', 'horizon-ria'];

const places = ['ITC4C', 'ITH55', 'FR101', 'BE234', 'ES213', 'NO081', 'PT11A', 'US', 'RO321'];
const someone: fc.Arbitrary<Omit<Partner, 'name'>> = fc
  .record({ place: fc.constantFrom(...places), sme: fc.boolean() })
  .map(({ place, sme }) => ({
    pic: null,
    country: place.slice(0, 2),
    nuts: place.length === 2 ? null : place,
    type: 'PRC' as const,
    sme,
    role: 'beneficiary' as const,
    controlledBy: [],
    budgetSharePercent: null,
    facts: null,
  }));
const asked = fc.record({
  ruleSet: fc.constantFrom(...ruleSets),
  pool: fc.array(someone, { minLength: 8, maxLength: 14 }),
});

const consortium = (ruleSet: string, partners: readonly Partner[]): Consortium => ({
  ruleSet,
  topic: null,
  programmePart: ruleSet === 'horizon-ria' ? 'CL4' : null,
  deadline: null,
  date: ruleSet === 'i3-1' ? '2023-03-01' : '2026-11-21',
  partners,
});

/** Ids of the rules that ask for so many of a kind. */
const asksForKinds = new Set(
  book.ruleSets.flatMap(({ rules }) =>
    rules.flatMap(({ id, check }) => (check.kind === 'at-least' ? [id] : [])),
  ),
);

/** The rules on kinds that a proposal breaks, for each proposal. */
async function broken(
  { ruleSet, pool }: { readonly ruleSet: string; readonly pool: readonly Omit<Partner, 'name'>[] },
  bound: boolean,
): Promise<string[][]> {
  const partners = pool.map((partner, at): Partner => ({ ...partner, name: `o${at}` }));
  const ids = partners.map(({ name }) => name);
  const problem: AssemblyProblem = {
    needs: [],
    candidates: ids.map((id, at) => ({
      id,
      fit: 1 - at / 20,
      covers: new Map(),
      canCoordinate: true,
      newcomer: false,
      groups: [],
    })),
    seated: [],
    coordinator: null,
    ties: [],
    apart: [],
    minima: bound ? ruleMinima(demandsOf(book, consortium(ruleSet, partners)), ids) : [],
    size: { min: 2, max: 6 },
    atLeastNewcomers: 0,
    weights: { coverage: 10, fit: 1, ties: 0, seat: 0.5 },
  };
  const assembly = await assemble(problem, limits);
  if (assembly.kind === 'impossible') return [];
  return assembly.proposals.map(({ seats }) => {
    const members = seats.map(({ id, coordinator }): Partner => {
      const member = partners[ids.indexOf(id)];
      if (member === undefined) throw new Error(`${id} is no candidate`);
      return { ...member, role: coordinator ? 'coordinator' : 'beneficiary' };
    });
    return checkEligibility(book, consortium(ruleSet, members)).rules.flatMap(({ id, hard, result }) =>
      hard && result === 'fail' && asksForKinds.has(id) ? [id] : [],
    );
  });
}

describe('a consortium put together under the rules of a call', () => {
  it('keeps what they ask of regions, countries and small firms, every time', async () => {
    let proposals = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (of) => {
        for (const rules of await broken(of, true)) {
          proposals += 1;
          // of no use to say beforehand: it depends on who else is in
          expect(rules.filter((id) => id !== 'lombard-sme')).toEqual([]);
        }
      }),
      { numRuns: 16, seed: 20261123 },
    );
    expect(proposals).toBeGreaterThan(5);
  });

  it('would not keep them by itself', async () => {
    const samples = fc.sample(asked, { numRuns: 8, seed: 20261123 });
    const found = (await Promise.all(samples.map((of) => broken(of, false)))).flat();
    expect(found.some((rules) => rules.length > 0)).toBe(true);
  });

  it('is no larger than its topic allows', () => {
    const most = [...book.topics.values()].flatMap(({ id, rules }) =>
      rules.some(
        ({ check, severity, when }) => severity === 'hard' && when === null && check.kind === 'at-most',
      )
        ? [demandsOf(book, { ...consortium('horizon-ria', []), ruleSet: null, topic: id }).most]
        : [],
    );
    expect(most).toEqual(expect.arrayContaining([6, 7]));
    expect(demandsOf(book, consortium('horizon-ria', [])).most).toBeNull();
  });
});
