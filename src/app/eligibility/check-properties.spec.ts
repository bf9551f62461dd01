import fc from 'fast-check';

import {
  checkEligibility,
  demandsOf,
  partnerRoles,
  partnerTypes,
  type Consortium,
  type EligibilityAnswer,
  type Partner,
} from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();

const stated = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: 4 });

/** Partners of all kinds; whoever controls one is another partner or one of two from outside. */
const anyPartner = (names: number): fc.Arbitrary<Omit<Partner, 'name'>> =>
  fc.record({
    pic: stated(fc.constantFrom('999999991', '999999992', '999999993', '999992304')),
    country: stated(
      fc.constantFrom('IT', 'FR', 'DE', 'ES', 'NO', 'CH', 'GL', 'DK', 'US', 'RU', 'CN', 'HU', 'MA', 'KE'),
    ),
    nuts: fc.constant(null),
    type: stated(fc.constantFrom(...partnerTypes)),
    sme: stated(fc.boolean()),
    role: fc.constantFrom(...partnerRoles),
    controlledBy: stated(
      fc.array(
        fc.record({
          name: fc.oneof(
            fc.nat(names).map((at) => `P${at}`),
            fc.constantFrom('Holding', 'Group'),
          ),
          country: stated(fc.constantFrom('IT', 'US', 'RU')),
        }),
        { maxLength: 2 },
      ),
    ),
    budgetSharePercent: stated(fc.integer({ min: 0, max: 60 })),
    facts: stated(fc.subarray(['iero', 'public-procurer', 'hu-public-interest-trust'])),
  });

const against = fc.constantFrom(
  ...[
    'horizon-ria',
    'horizon-ia',
    'horizon-csa',
    'horizon-pcp',
    'vinnovate',
    'i3-1',
    'eurostars',
    'cascade',
  ].map((ruleSet) => ({ ruleSet, topic: null })),
  { ruleSet: null, topic: 'HORIZON-CL4-2027-01-MAT-PROD-61' },
  { ruleSet: null, topic: 'HORIZON-CL3-2027-01-SSRI-01' },
  { ruleSet: null, topic: 'HORIZON-CL4-2027-SPACE-03-21' },
);

const anyConsortium: fc.Arbitrary<Consortium> = fc
  .record({
    against,
    size: fc.integer({ min: 1, max: 8 }),
    part: stated(fc.constantFrom('CL4', 'WIDERA', 'EIE')),
  })
  .chain(({ against: rules, size, part }) =>
    fc.array(anyPartner(size), { minLength: size, maxLength: size }).map((partners) => ({
      ...rules,
      programmePart: part,
      deadline: null,
      date: '2026-11-21',
      partners: partners.map((partner, at) => ({ ...partner, name: `P${at}` })),
    })),
  );

const verdicts = (answer: EligibilityAnswer): readonly string[] => [
  answer.result,
  ...[...answer.rules, ...answer.warnings].map(({ id, result }) => `${id} ${result}`),
];

const check = (consortium: Consortium): EligibilityAnswer => checkEligibility(book, consortium);

describe('the check', () => {
  it('gives the same answers whatever the order of partners', () => {
    fc.assert(
      fc.property(anyConsortium, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (consortium, keys) => {
        const partners = [...consortium.partners]
          .map((partner, at) => ({ partner, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ partner }) => partner);
        expect(verdicts(check({ ...consortium, partners }))).toEqual(verdicts(check(consortium)));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same answers whatever the names', () => {
    fc.assert(
      fc.property(anyConsortium, (consortium) => {
        const renamed = (name: string | null): string | null =>
          name === null ? null : `Società ${name} & figli`;
        const partners = consortium.partners.map((partner) => ({
          ...partner,
          name: renamed(partner.name) ?? '',
          controlledBy:
            partner.controlledBy?.map((owner) => ({ ...owner, name: renamed(owner.name) })) ?? null,
        }));
        expect(verdicts(check({ ...consortium, partners }))).toEqual(verdicts(check(consortium)));
      }),
      { numRuns: 150 },
    );
  });

  it('never unmakes a minimum by one more independent partner', () => {
    const minima = new Set(
      book.ruleSets.flatMap(({ rules }) =>
        rules.filter((rule) => rule.check.kind === 'at-least').map(({ id }) => id),
      ),
    );
    const newcomer = anyPartner(0).map((partner) => ({
      ...partner,
      name: 'Newcomer',
      pic: null,
      controlledBy: [],
    }));
    fc.assert(
      fc.property(anyConsortium, newcomer, (consortium, partner) => {
        const before = new Map(check(consortium).rules.map(({ id, result }) => [id, result]));
        const after = check({ ...consortium, partners: [...consortium.partners, partner] });
        const unmade = after.rules.filter(
          ({ id, result }) => minima.has(id) && before.get(id) === 'pass' && result !== 'pass',
        );
        expect(unmade.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('fails whatever does not meet what it demands of a make-up', () => {
    let unmet = 0;
    fc.assert(
      fc.property(anyConsortium, (consortium) => {
        const { minima } = demandsOf(book, consortium);
        const met = minima.every(
          ({ count, kinds }) => new Set(kinds.filter((kind) => kind !== null)).size >= count,
        );
        if (met) return;
        unmet += 1;
        expect(check(consortium).result).toBe('fail');
      }),
      { numRuns: 400, seed: 20261123 },
    );
    expect(unmet).toBeGreaterThan(50);
  });

  it('B-26: never passes what a hard rule leaves open, and says so of each', () => {
    fc.assert(
      fc.property(anyConsortium, (consortium) => {
        const answer = check(consortium);
        const hard = answer.rules.filter((rule) => rule.hard).map(({ result }) => result);
        const worst = hard.includes('fail')
          ? 'fail'
          : hard.includes('needs-review')
            ? 'needs-review'
            : 'pass';
        expect(answer.result).toBe(worst);
        if (consortium.partners.some(({ country }) => country === null))
          expect(answer.result).not.toBe('pass');
      }),
      { numRuns: 200 },
    );
  });

  it('answers for 60 partners and for 500, in a circle of owners too', () => {
    const partners = (count: number): readonly Partner[] =>
      Array.from({ length: count }, (_, at) => ({
        name: `P${at}`,
        pic: null,
        country: ['IT', 'FR', 'DE', 'ES'][at % 4] ?? 'IT',
        nuts: null,
        type: 'PRC' as const,
        sme: true,
        role: 'beneficiary' as const,
        controlledBy: [{ name: `P${(at + 1) % count}`, country: null }],
        budgetSharePercent: null,
        facts: null,
      }));
    const of = (count: number): EligibilityAnswer =>
      check({
        ruleSet: 'horizon-ria',
        topic: null,
        programmePart: 'CL4',
        deadline: null,
        date: '2026-11-21',
        partners: partners(count),
      });
    expect([of(60).result, of(500).result]).toEqual(['needs-review', 'needs-review']);
  });
});
