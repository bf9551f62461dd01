import { nutsWidth } from './metadata-arrays.js';
import type { Segment } from './segment.js';

/** An organisation in one segment. */
export interface OrganisationPlace {
  readonly segment: number;
  readonly local: number;
}

/**
 * The organisations of several segments as one list. Those of the first segment keep their numbers; others follow.
 * Facts that a later segment states replace those of an earlier one; what it does not state stays.
 */
export interface MergedOrganisations {
  readonly count: number;
  id(ordinal: number): string;
  find(id: string): number | undefined;
  /** where it is held, in the order of the segments */
  places(ordinal: number): readonly OrganisationPlace[];
  /** the corpus number of a segment's organisation */
  ordinal(segment: number, local: number): number;
  /** place in the order of ties: by key, then by id */
  readonly tieRank: Uint32Array;
  readonly countries: Uint16Array;
  readonly types: Uint8Array;
  readonly sme: Uint8Array;
  readonly nuts: Uint8Array;
}

export function mergeOrganisations(segments: readonly Segment[]): MergedOrganisations {
  const base = segments[0]?.organisationCount ?? 0;
  const added: OrganisationPlace[] = [];
  const more = new Map<number, OrganisationPlace[]>();
  const ordinals = segments.map((segment, place) =>
    place === 0 ? null : new Uint32Array(segment.organisationCount),
  );
  const newIds = new Map<string, number>();
  segments.forEach((segment, place) => {
    if (place === 0) return;
    for (let local = 0; local < segment.organisationCount; local += 1) {
      const id = segment.organisations.at(local);
      let ordinal = segments[0]?.organisations.find(id) ?? newIds.get(id);
      if (ordinal === undefined) {
        ordinal = base + added.length;
        added.push({ segment: place, local });
        newIds.set(id, ordinal);
      } else more.set(ordinal, [...(more.get(ordinal) ?? []), { segment: place, local }]);
      ordinals[place]![local] = ordinal;
    }
  });
  const first = (ordinal: number): OrganisationPlace =>
    ordinal < base ? { segment: 0, local: ordinal } : added[ordinal - base]!;
  const count = base + added.length;
  const facts = mergedFacts(segments, ordinals, count);
  return {
    count,
    ...facts,
    id: (ordinal) => {
      const { segment, local } = first(ordinal);
      return segments[segment]!.organisations.at(local);
    },
    find: (id) => segments[0]?.organisations.find(id) ?? newIds.get(id),
    places: (ordinal) => [first(ordinal), ...(more.get(ordinal) ?? [])],
    ordinal: (segment, local) => ordinals[segment]?.[local] ?? local,
    tieRank: tieRanks(segments, added, base),
  };
}

function mergedFacts(
  segments: readonly Segment[],
  ordinals: readonly (Uint32Array | null)[],
  count: number,
): Pick<MergedOrganisations, 'countries' | 'types' | 'sme' | 'nuts'> {
  const countries = new Uint16Array(count);
  const types = new Uint8Array(count);
  const sme = new Uint8Array(count);
  const nuts = new Uint8Array(count * nutsWidth);
  segments.forEach(({ arrays, organisationCount }, place) => {
    for (let local = 0; local < organisationCount; local += 1) {
      const ordinal = ordinals[place]?.[local] ?? local;
      countries[ordinal] = arrays.organisationCountries[local] || countries[ordinal] || 0;
      types[ordinal] = arrays.organisationTypes[local] || types[ordinal] || 0;
      sme[ordinal] = arrays.organisationSme[local] || sme[ordinal] || 0;
      const code = arrays.organisationNuts.subarray(local * nutsWidth, (local + 1) * nutsWidth);
      if (code[0] !== 0) nuts.set(code, ordinal * nutsWidth);
    }
  });
  return { countries, types, sme, nuts };
}

/**
 * The first segment's organisations are in key order already; the few others are sorted and woven in by binary
 * search, so that opening does not decode every key.
 */
function tieRanks(
  segments: readonly Segment[],
  added: readonly OrganisationPlace[],
  base: number,
): Uint32Array {
  const keyed = added
    .map(({ segment, local }, at) => ({
      key: segments[segment]!.organisationKey(local),
      id: segments[segment]!.organisations.at(local),
      ordinal: base + at,
    }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id));
  const ranks = new Uint32Array(base + added.length);
  let rank = 0;
  let next = 0;
  for (const { key, id, ordinal } of keyed) {
    const until = firstNotBefore(segments[0], key, id, next);
    while (next < until) ranks[next++] = rank++;
    ranks[ordinal] = rank++;
  }
  while (next < base) ranks[next++] = rank++;
  return ranks;
}

function firstNotBefore(segment: Segment | undefined, key: string, id: string, from: number): number {
  if (segment === undefined) return 0;
  let low = from;
  let high = segment.organisationCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order =
      compare(segment.organisationKey(middle), key) || compare(segment.organisations.at(middle), id);
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
