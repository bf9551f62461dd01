import { holds, type Case } from './predicate.js';
import { scopes, type AtLeast, type Predicate } from './rule.js';
import type { Certainty } from './certainty.js';

/** One way to look at what is not known: at its worst, or at its best, for those who hope to reach a number. */
type View = 'worst' | 'best';

/** How many can be counted, at the worst and at the best reading of what is not known. */
export interface Counted {
  readonly worst: number;
  readonly best: number;
  /** the same of those that `including` asks for; null where it does not */
  readonly including: { readonly worst: number; readonly best: number } | null;
  /** partners that count at the worst reading, in their order */
  readonly counting: readonly number[];
  /** what they differ in (`DE, FR, IT`), sorted */
  readonly tokens: readonly string[];
}

/**
 * The most partners that can be counted together: each like `where`, no two of one entity (or under one control), no two
 * in one country or region.
 *
 * That is a largest matching between groups and places, so the answer is exact and does not depend on the order. The
 * `including` of it is a count of its own: places of a kind can always be kept while a matching grows, because `including`
 * is a claim about places.
 */
export function counted(check: AtLeast, of: Case): Counted {
  const worst = matching(check, check.where, of, 'worst');
  const best = matching(check, check.where, of, 'best');
  const including = check.including && both(check.where, check.including.where);
  return {
    worst: worst.size,
    best: best.size,
    including: including && {
      worst: matching(check, including, of, 'worst').size,
      best: matching(check, including, of, 'best').size,
    },
    counting: worst.members,
    tokens: worst.tokens,
  };
}

/** By partner, in order: the place it can count as at the best reading; null where it cannot count. */
export function bestPlaces(check: AtLeast, where: Predicate | null, of: Case): readonly (string | null)[] {
  const roles: readonly string[] = scopes[check.scope];
  return of.partners.map(({ role }, at) =>
    roles.includes(role) && accepts(where === null ? 'yes' : holds(where, at, of), 'best')
      ? placeOf(check, at, of, 'best')
      : null,
  );
}

export function both(a: Predicate | null, b: Predicate): Predicate {
  return a === null ? b : { test: 'all', of: [a, b] };
}

interface Matching {
  readonly size: number;
  readonly members: readonly number[];
  readonly tokens: readonly string[];
}

function matching(check: AtLeast, where: Predicate | null, of: Case, view: View): Matching {
  const roles: readonly string[] = scopes[check.scope];
  const members = of.partners
    .map((partner, at) => ({ at, role: partner.role }))
    .filter(({ role }) => roles.includes(role))
    .map(({ at }) => at)
    .filter((at) => accepts(where === null ? 'yes' : holds(where, at, of), view));
  const places = new Map<number, Set<string>>();
  for (const at of members) {
    const group = groupOf(check, at, of, view);
    const place = placeOf(check, at, of, view);
    if (place === null) continue;
    places.set(group, (places.get(group) ?? new Set()).add(place));
  }
  const tokens = largestMatching([...places.values()].map((set) => [...set]));
  return { size: tokens.length, members, tokens };
}

function accepts(claim: Certainty, view: View): boolean {
  return claim === 'yes' || (claim === 'maybe' && view === 'best');
}

function groupOf(check: AtLeast, at: number, of: Case, view: View): number {
  const { entity, surely, possibly } = of.ownership;
  const one = check.independent ? (view === 'worst' ? possibly : surely) : entity;
  return one[at] ?? at;
}

/** What a partner must not share with another that counts; null: not known, so at the worst it does not count. */
function placeOf(check: AtLeast, at: number, of: Case, view: View): string | null {
  if (check.distinct === 'entity') return `#${groupOf(check, at, of, view)}`;
  const partner = of.partners[at];
  if (check.deemed.some((fact) => holds({ test: 'fact', fact }, at, of) === 'yes')) {
    // whether two such entities are in two countries is not settled
    return view === 'worst' ? 'EU' : `EU ${at}`;
  }
  const place = check.distinct === 'country' ? partner?.country : regionOf(check, partner?.nuts ?? null, of);
  if (place === null || place === undefined) return view === 'worst' ? null : `? ${at}`;
  return stateOf(place, of, view);
}

function regionOf(check: AtLeast, nuts: string | null, of: Case): string | null {
  if (nuts === null) return null;
  const codes = check.regionList === null ? [] : (of.book.regionLists.get(check.regionList)?.codes ?? []);
  return codes.find((code) => nuts.startsWith(code)) ?? (nuts.length < 4 ? null : nuts.slice(0, 4));
}

/** The state a place is part of; a territory counts as the state it is linked to on the safe side only. */
function stateOf(country: string, of: Case, view: View): string {
  for (const { partOf, countsAs } of of.book.countryLists.values()) {
    const state = partOf.get(country) ?? (view === 'worst' ? countsAs.get(country) : undefined);
    if (state !== undefined) return state;
  }
  return country;
}

/** The places of a largest matching between groups and their places (augmenting paths), sorted. */
function largestMatching(places: readonly (readonly string[])[]): readonly string[] {
  const taken = new Map<string, number>();
  const place = (group: number, tried: Set<string>): boolean => {
    for (const name of places[group] ?? []) {
      if (tried.has(name)) continue;
      tried.add(name);
      const holder = taken.get(name);
      if (holder === undefined || place(holder, tried)) {
        taken.set(name, group);
        return true;
      }
    }
    return false;
  };
  places.forEach((_, group) => place(group, new Set()));
  return [...taken.keys()].sort();
}
