import type { AssemblyProblem, Tie } from './assembly-problem.js';

/** Ties that are weighed: the strongest; with 150 of them a problem of 60 candidates took three times as long. */
const mostTies = 60;

/** A set of candidates that must not come again with fewer than `different` others in their places. */
export interface Cut {
  readonly members: readonly string[];
  readonly different: number;
}

/**
 * The problem as a mixed-integer program in CPLEX' LP format.
 *
 * Binary `x<i>`: candidate i is seated, `c<i>`: it co-ordinates, `k<m>_<j>`: a kind counts for a minimum. From 0 to 1:
 * `y<n>`: a need is covered, `t<k>`: both ends of a tie are seated.
 */
export function assemblyProgram(problem: AssemblyProblem, cuts: readonly Cut[]): string {
  const at = new Map(problem.candidates.map(({ id }, index) => [id, index]));
  const ties = strongest(problem, at);
  const rows = [
    ...sizeRows(problem),
    ...coordinatorRows(problem, at),
    ...coverageRows(problem),
    ...tieRows(ties, at),
    ...minimumRows(problem, at),
    ...problem.seated.map((id) => `x${indexOf(at, id)} = 1`),
    ...problem.apart.flatMap(([a, b]) =>
      at.has(a) && at.has(b) ? [`x${at.get(a)} + x${at.get(b)} <= 1`] : [],
    ),
    ...groupRows(problem),
    ...cuts.map(
      ({ members, different }) =>
        `${sumOf(members.map((id) => `x${indexOf(at, id)}`))} <= ${members.length - different}`,
    ),
  ];
  return [
    'Maximize',
    ` obj: ${objective(problem, ties)}`,
    'Subject To',
    ...rows.map((row, number) => ` r${number}: ${row}`),
    'Bounds',
    ...problem.needs.map((_, need) => ` 0 <= y${need} <= 1`),
    ...ties.map((_, tie) => ` 0 <= t${tie} <= 1`),
    'Binary',
    ` ${[...problem.candidates.flatMap((_, index) => [`x${index}`, `c${index}`]), ...kindNames(problem)].join(' ')}`,
    'End',
  ].join('\n');
}

function objective({ needs, candidates, weights }: AssemblyProblem, ties: readonly Tie[]): string {
  const whole = needs.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return terms([
    ...needs.map(({ weight }, need) => [(weights.coverage * weight) / whole, `y${need}`] as const),
    ...candidates.map(({ fit }, index) => [weights.fit * fit - weights.seat, `x${index}`] as const),
    ...ties.map(({ strength }, tie) => [weights.ties * strength, `t${tie}`] as const),
  ]);
}

function sizeRows({ candidates, size, atLeastNewcomers }: AssemblyProblem): string[] {
  const all = sumOf(candidates.map((_, index) => `x${index}`));
  const newcomers = candidates.flatMap(({ newcomer }, index) => (newcomer ? [`x${index}`] : []));
  return [
    `${all} >= ${size.min}`,
    `${all} <= ${size.max}`,
    ...(atLeastNewcomers > 0 ? [`${sumOf(newcomers)} >= ${atLeastNewcomers}`] : []),
  ];
}

/** One co-ordinator, who is seated and can. */
function coordinatorRows(
  { candidates, coordinator }: AssemblyProblem,
  at: ReadonlyMap<string, number>,
): string[] {
  return [
    `${sumOf(candidates.map((_, index) => `c${index}`))} = 1`,
    ...candidates.map(({ canCoordinate }, index) =>
      canCoordinate || index === at.get(coordinator ?? '') ? `c${index} - x${index} <= 0` : `c${index} = 0`,
    ),
    ...(coordinator === null ? [] : [`c${indexOf(at, coordinator)} = 1`]),
  ];
}

/** A need is covered by what its members bring together, and no more than wholly. */
function coverageRows({ needs, candidates }: AssemblyProblem): string[] {
  return needs.map(({ id }, need) => {
    const brought = candidates.flatMap(({ covers }, index) => {
      const coverage = covers.get(id) ?? 0;
      return coverage > 0 ? [[-coverage, `x${index}`] as const] : [];
    });
    return `${terms([[1, `y${need}`], ...brought])} <= 0`;
  });
}

function tieRows(ties: readonly Tie[], at: ReadonlyMap<string, number>): string[] {
  return ties.flatMap(({ a, b }, tie) => [
    `t${tie} - x${indexOf(at, a)} <= 0`,
    `t${tie} - x${indexOf(at, b)} <= 0`,
  ]);
}

function minimumRows(problem: AssemblyProblem, at: ReadonlyMap<string, number>): string[] {
  return problem.minima.flatMap((minimum, place) => {
    const kinds = [...new Set(minimum.kinds.values())];
    return [
      ...kinds.map((kind, number) => {
        const members = [...minimum.kinds].flatMap(([id, its]) =>
          its === kind && at.has(id) ? [`- x${indexOf(at, id)}`] : [],
        );
        return `k${place}_${number} ${members.join(' ')} <= 0`;
      }),
      `${sumOf(kinds.map((_, number) => `k${place}_${number}`))} >= ${minimum.count}`,
    ];
  });
}

/** At most one of those who are not independent of each other, unless they are seated already. */
function groupRows({ candidates, seated }: AssemblyProblem): string[] {
  const members = new Map<string, string[]>();
  candidates.forEach(({ id, groups }, index) => {
    if (seated.includes(id)) return;
    for (const group of groups) members.set(group, [...(members.get(group) ?? []), `x${index}`]);
  });
  return [...members.values()].filter(({ length }) => length > 1).map((group) => `${sumOf(group)} <= 1`);
}

const kindNames = ({ minima }: AssemblyProblem): string[] =>
  minima.flatMap(({ kinds }, place) =>
    [...new Set(kinds.values())].map((_, number) => `k${place}_${number}`),
  );

function strongest({ ties }: AssemblyProblem, at: ReadonlyMap<string, number>): readonly Tie[] {
  return ties
    .filter(({ a, b, strength }) => a !== b && strength > 0 && at.has(a) && at.has(b))
    .sort(
      (x, y) =>
        y.strength - x.strength ||
        (at.get(x.a) ?? 0) - (at.get(y.a) ?? 0) ||
        (at.get(x.b) ?? 0) - (at.get(y.b) ?? 0),
    )
    .slice(0, mostTies);
}

/** `0 x0` where there is nothing to add up: a sum of nobody is 0, and the format needs a term. */
const sumOf = (names: readonly string[]): string => (names.length === 0 ? '0 x0' : names.join(' + '));

function terms(parts: readonly (readonly [number, string])[]): string {
  const told = parts.filter(([factor]) => factor !== 0);
  if (told.length === 0) return '0 x0';
  return told
    .map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor).toFixed(9)} ${name}`)
    .join(' ');
}

function indexOf(at: ReadonlyMap<string, number>, id: string): number {
  const index = at.get(id);
  if (index === undefined) throw new RangeError(`'${id}' is no candidate of this problem`);
  return index;
}
