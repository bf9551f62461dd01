import type { ListHead } from '../../matching/index.js';
import { isListed, type OpportunityStanding } from '../../opportunities/index.js';

/** How many partners of a call, and calls of a member, stand on the page. */
export const shownPlaces = 3;

/** How many are tried before the page says that there is none to show. */
const candidatesTried = 5;
const membersTried = 20;

/**
 * The calls worth showing, the best first: those whose first partners together score highest, topics before what has
 * no deadline; equal ones by id.
 *
 * @param leftOut organisations that may not be shown
 */
export function callsWorthShowing(
  heads: readonly ListHead[],
  standings: readonly OpportunityStanding[],
  leftOut: ReadonlySet<string>,
): string[] {
  const listed = new Map(
    standings.filter(({ status }) => isListed(status)).map((one) => [one.id as string, one]),
  );
  return heads
    .flatMap(({ of, places, scores }) => {
      const call = listed.get(of);
      if (!call) return [];
      const shown = scores.filter((_, at) => !leftOut.has(places[at] ?? '')).slice(0, shownPlaces);
      const score = shown.reduce((sum, one) => sum + one, 0);
      return [{ id: of, topic: Number(call.kind === 'topic'), score }];
    })
    .sort((a, b) => b.topic - a.topic || b.score - a.score || Number(a.id > b.id) - Number(a.id < b.id))
    .slice(0, candidatesTried)
    .map(({ id }) => id);
}

/** The members worth showing, the best first: by the score of the best call that is listed; equal ones by id. */
export function membersWorthShowing(
  heads: readonly ListHead[],
  standings: readonly OpportunityStanding[],
  leftOut: ReadonlySet<string>,
): string[] {
  const listed = new Set<string>(standings.filter(({ status }) => isListed(status)).map(({ id }) => id));
  const best = new Map<string, number>();
  for (const { of, places, scores } of heads) {
    if (leftOut.has(of)) continue;
    const score = scores.find((_, at) => listed.has(places[at] ?? ''));
    if (score !== undefined) best.set(of, Math.max(score, best.get(of) ?? 0));
  }
  return [...best]
    .sort(([a, left], [b, right]) => right - left || Number(a > b) - Number(a < b))
    .slice(0, membersTried)
    .map(([id]) => id);
}
