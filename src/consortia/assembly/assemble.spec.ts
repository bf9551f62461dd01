import fc from 'fast-check';

import { assemble } from './assemble.js';
import type { AssemblyProblem, Candidate, Proposal } from './assembly-problem.js';
import { shortlisted } from './shortlist.js';

const limits = { proposals: 1, seconds: 20 };
const weights = { coverage: 10, fit: 1, ties: 0.5, seat: 0.6 };

const candidate = (id: string, of: Partial<Candidate> = {}): Candidate => ({
  id,
  fit: 0.5,
  covers: new Map(),
  canCoordinate: true,
  newcomer: false,
  groups: [],
  ...of,
});
const problem = (of: Partial<AssemblyProblem>): AssemblyProblem => ({
  needs: [],
  candidates: [],
  seated: [],
  coordinator: null,
  ties: [],
  apart: [],
  minima: [],
  size: { min: 1, max: 3 },
  atLeastNewcomers: 0,
  weights,
  ...of,
});
const countries = (count: number, of: Readonly<Record<string, string>>) => ({
  id: 'countries',
  count,
  kinds: new Map(Object.entries(of)),
});
const ids = ({ seats }: Proposal): string[] => seats.map(({ id }) => id);

async function first(of: AssemblyProblem): Promise<Proposal> {
  const assembly = await assemble(of, limits);
  if (assembly.kind === 'impossible') throw new Error(`impossible: ${assembly.because.join(', ')}`);
  const [proposal] = assembly.proposals;
  if (proposal === undefined) throw new Error('no proposal');
  return proposal;
}

describe('a proposed consortium', () => {
  it('covers what is needed before it takes the best known', async () => {
    const needs = [
      { id: 'clinic', weight: 1 },
      { id: 'robot', weight: 1 },
    ];
    const proposal = await first(
      problem({
        needs,
        candidates: [
          candidate('famous', { fit: 1, covers: new Map([['robot', 0.6]]) }),
          candidate('known', { fit: 0.9, covers: new Map([['robot', 0.5]]) }),
          candidate('hospital', { fit: 0.2, covers: new Map([['clinic', 0.9]]) }),
        ],
        size: { min: 2, max: 2 },
      }),
    );
    expect(ids(proposal)).toEqual(['famous', 'hospital']);
    expect(proposal.best).toBe(true);
    expect(proposal.weak).toEqual([]);
    expect(proposal.seats[1]?.covers).toEqual([{ need: 'clinic', coverage: 0.9 }]);
  });

  it('keeps who is seated, keeps apart who must be, and has one co-ordinator who can', async () => {
    const proposal = await first(
      problem({
        candidates: [
          candidate('a', { fit: 1, canCoordinate: false }),
          candidate('b', { fit: 0.9, canCoordinate: false }),
          candidate('c', { fit: 0.8 }),
          candidate('seated', { fit: 0, canCoordinate: false }),
        ],
        seated: ['seated'],
        apart: [['a', 'b']],
        size: { min: 3, max: 3 },
      }),
    );
    expect(ids(proposal)).toEqual(['a', 'c', 'seated']);
    expect(proposal.seats.map(({ coordinator }) => coordinator)).toEqual([false, true, false]);
  });

  it('counts countries, takes one of a group, and says which rule a member keeps', async () => {
    const proposal = await first(
      problem({
        candidates: [
          candidate('it-1', { fit: 1, groups: ['owner'] }),
          candidate('it-2', { fit: 0.9 }),
          candidate('fr', { fit: 0.4, groups: ['owner'] }),
          candidate('de', { fit: 0.1 }),
        ],
        minima: [countries(2, { 'it-1': 'IT', 'it-2': 'IT', fr: 'FR', de: 'DE' })],
        size: { min: 2, max: 2 },
      }),
    );
    expect(ids(proposal)).toEqual(['it-2', 'fr']);
    expect(proposal.seats.map(({ keeps }) => keeps)).toEqual([
      ['countries', 'size'],
      ['countries', 'size'],
    ]);
  });

  it('prefers those who have worked together, and says who with whom', async () => {
    const proposal = await first(
      problem({
        candidates: ['a', 'b', 'c'].map((id) => candidate(id)),
        ties: [{ a: 'b', b: 'c', strength: 0.7 }],
        size: { min: 2, max: 2 },
      }),
    );
    expect(ids(proposal)).toEqual(['b', 'c']);
    expect(proposal.seats[0]?.tiedTo).toEqual([{ id: 'c', strength: 0.7 }]);
  });

  it('takes a newcomer where one is asked for', async () => {
    const candidates = [
      candidate('a', { fit: 1 }),
      candidate('b', { fit: 1 }),
      candidate('new', { fit: 0, newcomer: true }),
    ];
    const of = problem({ candidates, size: { min: 2, max: 2 } });
    expect(ids(await first(of))).toEqual(['a', 'b']);
    expect(ids(await first({ ...of, atLeastNewcomers: 1 }))).toContain('new');
  });

  it('comes in several that differ', async () => {
    const candidates = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, place) =>
      candidate(id, { fit: 1 - place / 10 }),
    );
    const assembly = await assemble(problem({ candidates, size: { min: 3, max: 3 } }), {
      ...limits,
      proposals: 3,
    });
    const sets = assembly.kind === 'proposals' ? assembly.proposals.map((one) => ids(one).join('')) : [];
    expect(sets[0]).toBe('abc');
    expect(new Set(sets).size).toBe(3);
  });
});

describe('where no consortium keeps every rule', () => {
  const candidates = ['a', 'b', 'c'].map((id) => candidate(id));

  it.each([
    ['countries', { minima: [countries(2, { a: 'IT', b: 'IT', c: 'IT' })] }],
    ['size', { size: { min: 4, max: 5 } }],
    ['newcomers', { atLeastNewcomers: 1 }],
    ['coordinator', { candidates: candidates.map((one) => ({ ...one, canCoordinate: false })) }],
    ['apart', { seated: ['a', 'b'], apart: [['a', 'b'] as const] }],
  ])('says that it is because of %s', async (rule, of) => {
    expect(await assemble(problem({ candidates, ...of }), limits)).toEqual({
      kind: 'impossible',
      because: [rule],
    });
  });

  it('says so of nobody', async () => {
    expect((await assemble(problem({}), limits)).kind).toBe('impossible');
  });

  it('names a seat that is no candidate', async () => {
    await expect(assemble(problem({ candidates, seated: ['z'] }), limits)).rejects.toThrow(
      "'z' is no candidate",
    );
  });
});

describe('the solver', () => {
  it('finds what trying every set finds', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (of) => {
        const best = Math.max(...subsets(of).map((set) => scoreOf(of, set)));
        const assembly = await assemble(of, limits);
        if (assembly.kind === 'impossible') expect(best).toBe(-Infinity);
        else expect(assembly.proposals[0]?.score).toBeCloseTo(best, 5);
      }),
      { numRuns: 40, seed: 20261122 },
    );
  });

  it('keeps every rule on a shortlist of many', () => {
    const many = Array.from({ length: 200 }, (_, place) =>
      candidate(`o${place}`, {
        fit: 1 - place / 200,
        canCoordinate: place === 190,
        newcomer: place > 195,
        covers: new Map(place === 150 ? [['rare', 1]] : [['common', 0.5]]),
      }),
    );
    const { candidates } = shortlisted(
      problem({
        candidates: many,
        needs: [
          { id: 'rare', weight: 1 },
          { id: 'common', weight: 1 },
        ],
        minima: [
          {
            id: 'countries',
            count: 2,
            kinds: new Map([
              ['o10', 'IT'],
              ['o180', 'FR'],
            ]),
          },
        ],
        atLeastNewcomers: 1,
        seated: ['o120'],
      }),
      20,
    );
    expect(candidates).toHaveLength(20);
    expect(candidates.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['o0', 'o10', 'o120', 'o150', 'o180', 'o190', 'o196']),
    );
  });
});

const unit = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const small: fc.Arbitrary<AssemblyProblem> = fc
  .record({
    fits: fc.array(unit, { minLength: 3, maxLength: 7 }),
    covers: fc.array(fc.array(unit, { minLength: 2, maxLength: 2 }), { minLength: 7, maxLength: 7 }),
    flags: fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
    kinds: fc.array(fc.constantFrom('IT', 'FR', 'DE'), { minLength: 7, maxLength: 7 }),
    ties: fc.array(fc.tuple(fc.nat(6), fc.nat(6), unit), { maxLength: 5 }),
    min: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 0, max: 3 }),
    newcomers: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ fits, covers, flags, kinds, ties, min, count, newcomers }) => {
    const candidates = fits.map((fit, place) =>
      candidate(`o${place}`, {
        fit,
        covers: new Map([0, 1].map((need) => [`n${need}`, covers[place]?.[need] ?? 0])),
        canCoordinate: flags[place] ?? false,
        newcomer: flags[place + 7] ?? false,
      }),
    );
    const pairs = new Map(
      ties.filter(([a, b]) => a < b && b < fits.length).map((tie) => [`${tie[0]}-${tie[1]}`, tie]),
    );
    return problem({
      candidates,
      needs: [
        { id: 'n0', weight: 1 },
        { id: 'n1', weight: 2 },
      ],
      ties: [...pairs.values()].map(([a, b, strength]) => ({ a: `o${a}`, b: `o${b}`, strength })),
      minima: [
        {
          id: 'countries',
          count,
          kinds: new Map(candidates.map(({ id }, place) => [id, kinds[place] ?? 'IT'])),
        },
      ],
      size: { min, max: 4 },
      atLeastNewcomers: newcomers,
    });
  });

const subsets = ({ candidates }: AssemblyProblem): Candidate[][] =>
  Array.from({ length: 2 ** candidates.length }, (_, bits) =>
    candidates.filter((_one, place) => (bits >> place) & 1),
  );

/** The sum that `assemble` documents, by hand; −∞ where a rule is broken. */
function scoreOf(of: AssemblyProblem, set: readonly Candidate[]): number {
  const held = new Set(set.map(({ id }) => id));
  const broken =
    set.length < of.size.min ||
    set.length > of.size.max ||
    !set.some(({ canCoordinate }) => canCoordinate) ||
    set.filter(({ newcomer }) => newcomer).length < of.atLeastNewcomers ||
    of.minima.some(({ kinds, count }) => new Set(set.map(({ id }) => kinds.get(id))).size < count);
  if (broken) return -Infinity;
  const whole = of.needs.reduce((sum, { weight }) => sum + weight, 0);
  return (
    of.needs.reduce(
      (sum, { id, weight }) =>
        sum +
        (weights.coverage *
          weight *
          Math.min(
            1,
            set.reduce((all, { covers }) => all + (covers.get(id) ?? 0), 0),
          )) /
          whole,
      0,
    ) +
    set.reduce((sum, { fit }) => sum + weights.fit * fit - weights.seat, 0) +
    of.ties.reduce(
      (sum, { a, b, strength }) => sum + (held.has(a) && held.has(b) ? weights.ties * strength : 0),
      0,
    )
  );
}
