import { hostOf } from '../claim/mail-domain.js';
import {
  bareVatNumber,
  comparePlaces,
  contradicts,
  nameKey,
  sameVatNumber,
  type NameAndPlace,
} from '../same-organisation.js';

/** Why two entries may be one organisation, the surest first. */
export const mergeReasons = ['vat-number', 'name', 'website'] as const;
export type MergeReason = (typeof mergeReasons)[number];

/** A member of a cluster, or an organisation of open data that is called like one. */
export interface MergeCandidate {
  readonly id: string;
  readonly pic: string | null;
  readonly vatNumber: string | null;
  /** legal and short names, each with the place stated beside it; the first is shown */
  readonly names: readonly NameAndPlace[];
  readonly websites: readonly string[];
  /** present in open data */
  readonly listed: boolean;
  readonly invented: boolean;
  readonly isMember: boolean;
  /** somebody of its own looks after its profile */
  readonly hasPeople: boolean;
  /** ISO instant */
  readonly registeredAt: string;
}

/** Two entries that may be one organisation. */
export interface MergeProposal {
  /** which would stay */
  readonly kept: MergeCandidate;
  /** which would go into it */
  readonly other: MergeCandidate;
  readonly reasons: readonly MergeReason[];
}

/** Where more than so many share a key it tells nothing of any of them: a host of pages, a name like "Consorzio". */
const mostAlike = 12;

/**
 * Entries that may be one organisation: of one VAT number, a name that is the same but for spaces, marks and legal form,
 * or one website. Never entries that state two PICs or two VAT numbers, nor two names in two places.
 *
 * @param candidates in any order; the answer does not depend on it
 * @param apart      pairs that somebody said are two, by `pairKey`
 * @returns          the surest first, then by name
 */
export function proposeMerges(
  candidates: readonly MergeCandidate[],
  apart: ReadonlySet<string> = new Set(),
): MergeProposal[] {
  const pairs = new Map<string, readonly [MergeCandidate, MergeCandidate]>();
  for (const group of alike(candidates))
    for (const [at, one] of group.entries())
      for (const another of group.slice(at + 1)) pairs.set(pairKey(one.id, another.id), [one, another]);
  return [...pairs]
    .filter(([key]) => !apart.has(key))
    .flatMap(([, [one, another]]) => proposal(one, another) ?? [])
    .sort(bySureness);
}

/** One text for both orders of a pair. */
export const pairKey = (one: string, another: string): string =>
  one < another ? `${one} ${another}` : `${another} ${one}`;

function proposal(one: MergeCandidate, another: MergeCandidate): MergeProposal | undefined {
  const reasons = reasonsFor(one, another);
  if (reasons.length === 0) return undefined;
  const [kept, other] = staysFirst(one, another) ? [one, another] : [another, one];
  // an entry of open data that nobody here calls a member: who speaks for the member states its PIC
  if (!kept.isMember && other.hasPeople) return undefined;
  return { kept, other, reasons };
}

function reasonsFor(one: MergeCandidate, another: MergeCandidate): MergeReason[] {
  if (one.id === another.id || one.invented !== another.invented) return [];
  if (!(one.isMember || another.isMember)) return [];
  if (contradicts({ ...one, rowKeys: [] }, { ...another, rowKeys: [] })) return [];
  const bothMembers = one.isMember && another.isMember;
  const reasons: MergeReason[] = [];
  if (sameVatNumber(one.vatNumber, another.vatNumber)) reasons.push('vat-number');
  if (sharesName(one, another)) reasons.push('name');
  if (bothMembers && !areElsewhere(one, another) && sharesWebsite(one, another)) reasons.push('website');
  return reasons;
}

function sharesName(one: MergeCandidate, another: MergeCandidate): boolean {
  return one.names.some((name) =>
    another.names.some(
      (same) =>
        nameKey(name.legalName) === nameKey(same.legalName) && comparePlaces(name, same) !== 'different',
    ),
  );
}

const areElsewhere = (one: MergeCandidate, another: MergeCandidate): boolean =>
  one.names.every((a) => another.names.every((b) => comparePlaces(a, b) === 'different'));

function sharesWebsite(one: MergeCandidate, another: MergeCandidate): boolean {
  const hosts = hostsOf(another);
  return hostsOf(one).some((host) => hosts.includes(host));
}

const hostsOf = ({ websites }: MergeCandidate): string[] => websites.flatMap((url) => hostOf(url) ?? []);

/** Public data first, then who has people of its own, then who states a key, then a place; then who was here first. */
function staysFirst(one: MergeCandidate, another: MergeCandidate): boolean {
  const claims = (entry: MergeCandidate): boolean[] => [
    entry.listed,
    entry.hasPeople,
    entry.pic !== null || entry.vatNumber !== null,
    entry.names.some(({ city }) => city !== null),
  ];
  const others = claims(another);
  const differs = claims(one).findIndex((claim, at) => claim !== others[at]);
  if (differs >= 0) return claims(one)[differs] ?? false;
  return `${one.registeredAt} ${one.id}` < `${another.registeredAt} ${another.id}`;
}

/** Groups of entries that share a key. */
function* alike(candidates: readonly MergeCandidate[]): Iterable<readonly MergeCandidate[]> {
  const groups = new Map<string, Set<MergeCandidate>>();
  for (const candidate of candidates)
    for (const key of keysOf(candidate)) groups.set(key, (groups.get(key) ?? new Set()).add(candidate));
  for (const group of groups.values()) if (group.size > 1 && group.size <= mostAlike) yield [...group];
}

function keysOf(candidate: MergeCandidate): string[] {
  const { vatNumber, names } = candidate;
  return [
    ...(vatNumber === null ? [] : [`vat ${bareVatNumber(vatNumber)}`]),
    ...names
      .map(({ legalName }) => `name ${nameKey(legalName)}`)
      .filter((key) => key.length > 'name '.length + 2),
    ...hostsOf(candidate).map((host) => `host ${host}`),
  ];
}

function bySureness(a: MergeProposal, b: MergeProposal): number {
  const rank = ({ reasons }: MergeProposal): number => mergeReasons.indexOf(reasons[0] ?? 'website');
  const name = ({ kept, other }: MergeProposal): string =>
    `${kept.names[0]?.legalName ?? ''} ${kept.id} ${other.id}`;
  return rank(a) - rank(b) || b.reasons.length - a.reasons.length || (name(a) < name(b) ? -1 : 1);
}
