import loadHighs from 'highs';

import type { AssemblyProblem, Proposal, ProposedSeat } from './assembly-problem.js';
import { assemblyProgram, type Cut } from './assembly-program.js';
import { shortlisted } from './shortlist.js';

/** What comes of putting a consortium together. */
export type Assembly =
  | { readonly kind: 'proposals'; readonly proposals: readonly Proposal[] }
  /** no consortium keeps every rule; `because` names the rules that, each alone, make it possible when left out */
  | { readonly kind: 'impossible'; readonly because: readonly string[] };

/** Bounds of one request. */
export interface AssemblyLimits {
  /** proposals wanted, each with others in about a third of the free seats */
  readonly proposals: number;
  /** seconds for one proposal; then the best so far stands */
  readonly seconds: number;
}

const share = 1 / 3;

/**
 * Consortia that keep every rule, the best first: maximises coverage of the needs by weight, plus fit and ties of the
 * members, minus a price for each seat. Exact up to 60 candidates, beyond that on a shortlist of those.
 *
 * @throws {RangeError} a seated or named organisation is no candidate
 */
export async function assemble(problem: AssemblyProblem, limits: AssemblyLimits): Promise<Assembly> {
  const solve = await solver();
  const small = shortlisted(problem);
  const proposals: Proposal[] = [];
  const cuts: Cut[] = [];
  while (proposals.length < limits.proposals) {
    const found = solve(small, cuts, limits.seconds);
    if (found === null) break;
    proposals.push(toProposal(small, found));
    const free = found.members.filter((id) => !small.seated.includes(id));
    if (free.length === 0) break;
    cuts.push({ members: free, different: Math.max(1, Math.round(free.length * share)) });
  }
  if (proposals.length > 0) return { kind: 'proposals', proposals };
  const because = reliefs(small)
    .filter(([, relieved]) => solve(relieved, [], limits.seconds) !== null)
    .map(([rule]) => rule);
  return { kind: 'impossible', because };
}

/** The problem without one of its rules, for each. */
function reliefs(problem: AssemblyProblem): readonly (readonly [string, AssemblyProblem])[] {
  const { candidates } = problem;
  return [
    ...[...new Set(problem.minima.map(({ id }) => id))].map(
      (id) => [id, { ...problem, minima: problem.minima.filter((other) => other.id !== id) }] as const,
    ),
    ['size', { ...problem, size: { min: 0, max: candidates.length } }] as const,
    ['newcomers', { ...problem, atLeastNewcomers: 0 }] as const,
    ['apart', { ...problem, apart: [] }] as const,
    ['independence', { ...problem, candidates: candidates.map((one) => ({ ...one, groups: [] })) }] as const,
    [
      'coordinator',
      {
        ...problem,
        coordinator: null,
        candidates: candidates.map((one) => ({ ...one, canCoordinate: true })),
      },
    ] as const,
  ];
}

interface Found {
  /** in the order of the candidates */
  readonly members: readonly string[];
  readonly coordinator: string | null;
  readonly score: number;
  readonly best: boolean;
}

type Solve = (problem: AssemblyProblem, cuts: readonly Cut[], seconds: number) => Found | null;

/** The package's types describe a CommonJS module; what is imported here is its default export itself. */
const load = loadHighs as unknown as (typeof loadHighs)['default'];

/** Loaded once: the solver is a program of 3.5 MB. */
let loaded: ReturnType<typeof load> | null = null;

async function solver(): Promise<Solve> {
  loaded ??= load();
  const highs = await loaded;
  return (problem, cuts, seconds) => {
    if (problem.candidates.length === 0) return null;
    const { Status, Columns, ObjectiveValue } = highs.solve(assemblyProgram(problem, cuts), {
      time_limit: seconds,
      random_seed: 1,
      mip_rel_gap: 0,
    });
    const at = (name: string): number => {
      const column = Columns[name];
      return column !== undefined && 'Primal' in column ? column.Primal : 0;
    };
    const members = problem.candidates.filter((_, index) => at(`x${index}`) > 0.5).map(({ id }) => id);
    if ((Status !== 'Optimal' && Status !== 'Time limit reached') || members.length === 0) return null;
    const coordinator = problem.candidates.find((_, index) => at(`c${index}`) > 0.5)?.id ?? null;
    return { members, coordinator, score: ObjectiveValue, best: Status === 'Optimal' };
  };
}

function toProposal(problem: AssemblyProblem, found: Found): Proposal {
  const members = problem.candidates.filter(({ id }) => found.members.includes(id));
  const coverage = new Map(
    problem.needs.map(({ id }) => [
      id,
      Math.min(
        1,
        members.reduce((sum, { covers }) => sum + (covers.get(id) ?? 0), 0),
      ),
    ]),
  );
  return {
    seats: members.map(({ id }) => toSeat(problem, found, id)),
    coverage,
    weak: problem.needs
      .filter(({ id }) => (coverage.get(id) ?? 0) < 0.5)
      .sort((a, b) => b.weight - a.weight)
      .map(({ id }) => id),
    score: found.score,
    best: found.best,
  };
}

function toSeat(problem: AssemblyProblem, found: Found, id: string): ProposedSeat {
  const members = problem.candidates.filter((one) => found.members.includes(one.id));
  const others = members.filter((one) => one.id !== id);
  const own = members.find((one) => one.id === id)?.covers ?? new Map<string, number>();
  return {
    id,
    coordinator: id === found.coordinator,
    seated: problem.seated.includes(id),
    covers: problem.needs
      .map(({ id: need }) => ({ need, coverage: own.get(need) ?? 0 }))
      .filter(
        ({ need, coverage }) =>
          coverage > 0 && others.every(({ covers }) => (covers.get(need) ?? 0) <= coverage),
      )
      .sort((a, b) => b.coverage - a.coverage),
    tiedTo: problem.ties
      .filter(
        ({ a, b }) => (a === id && found.members.includes(b)) || (b === id && found.members.includes(a)),
      )
      .map(({ a, b, strength }) => ({ id: a === id ? b : a, strength }))
      .sort((a, b) => b.strength - a.strength),
    keeps: rulesBrokenWithout(
      problem,
      others.map((one) => one.id),
    ),
  };
}

function rulesBrokenWithout(
  { minima, size, atLeastNewcomers, candidates }: AssemblyProblem,
  left: readonly string[],
): string[] {
  const broken = minima
    .filter(
      ({ kinds, count }) =>
        new Set(left.map((id) => kinds.get(id)).filter((kind) => kind !== undefined)).size < count,
    )
    .map(({ id }) => id);
  const newcomers = candidates.filter(({ id, newcomer }) => newcomer && left.includes(id)).length;
  return [
    ...new Set(broken),
    ...(left.length < size.min ? ['size'] : []),
    ...(newcomers < atLeastNewcomers ? ['newcomers'] : []),
  ];
}
