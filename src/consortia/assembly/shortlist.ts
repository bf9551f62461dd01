import type { AssemblyProblem, Candidate } from './assembly-problem.js';

/** So many are weighed against each other exactly. */
export const mostWeighed = 60;

/**
 * The problem with its most useful candidates alone, where there are more than can be weighed exactly: those who are
 * seated, then whoever adds most to what the others cover, plus its fit (lazily greedy, within 1 − 1/e of the best cover),
 * and for each hard rule so many of the best that it can be kept.
 */
export function shortlisted(problem: AssemblyProblem, most = mostWeighed): AssemblyProblem {
  if (problem.candidates.length <= most) return problem;
  const kept = new Set(problem.seated);
  if (problem.coordinator !== null) kept.add(problem.coordinator);
  for (const id of forRules(problem)) kept.add(id);
  for (const id of greedily(problem, kept, most)) kept.add(id);
  return { ...problem, candidates: problem.candidates.filter(({ id }) => kept.has(id)) };
}

/** The best of each kind, twice as many kinds as a rule asks for; likewise newcomers and those who can co-ordinate. */
function forRules({ candidates, minima, atLeastNewcomers }: AssemblyProblem): string[] {
  const first = (wanted: number, accept: (candidate: Candidate) => boolean): string[] =>
    candidates
      .filter(accept)
      .slice(0, wanted)
      .map(({ id }) => id);
  return [
    ...minima.flatMap(({ kinds, count }) => {
      const seen = new Set<string>();
      return first(count * 2, ({ id }) => {
        const kind = kinds.get(id);
        return kind !== undefined && !seen.has(kind) && seen.add(kind).size > 0;
      });
    }),
    ...first(atLeastNewcomers * 2, ({ newcomer }) => newcomer),
    ...first(3, ({ canCoordinate }) => canCoordinate),
  ];
}

/** Gains only shrink as the list grows, so a gain computed earlier is an upper bound: most are never computed again. */
function greedily(problem: AssemblyProblem, kept: ReadonlySet<string>, most: number): string[] {
  const covered = new Map<string, number>();
  const gain = ({ covers, fit }: Candidate): number =>
    fit +
    problem.needs.reduce(
      (sum, { id, weight }) => sum + weight * Math.min(covers.get(id) ?? 0, room - (covered.get(id) ?? 0)),
      0,
    );
  const queue = problem.candidates
    .filter(({ id }) => !kept.has(id))
    .map((candidate) => ({ candidate, bound: gain(candidate) }))
    .sort((a, b) => b.bound - a.bound);
  const chosen: string[] = [];
  while (queue.length > 0 && kept.size + chosen.length < most) {
    const next = queue.shift();
    if (next === undefined) break;
    const now = gain(next.candidate);
    const bar = queue[0]?.bound ?? -Infinity;
    if (now < bar) {
      const place = queue.findIndex(({ bound }) => bound < now);
      queue.splice(place === -1 ? queue.length : place, 0, { ...next, bound: now });
      continue;
    }
    chosen.push(next.candidate.id);
    for (const [need, coverage] of next.candidate.covers)
      covered.set(need, Math.min(room, (covered.get(need) ?? 0) + coverage));
  }
  return chosen;
}

/** A need is offered so many full covers on the list, so that there is a choice. */
const room = 4;
