import { fairOrder, shareOf } from '../../ranking/index.js';

/** A list is read so far: whoever stands behind was not suggested. */
export const readPlaces = 10;

/** Where ten organisations get more than this share of all suggestions, somebody should look (check C-09). */
const concentrationAlert = 0.4;
const mostSuggested = 10;

/** From which share on it is an alert; null: so few members that ten of them have as much where all get alike. */
export const alertFor = (members: number): number | null =>
  members * concentrationAlert > mostSuggested ? concentrationAlert : null;

/** How often each member stands where lists are read. */
export interface Exposure {
  /** places that were read, over all lists */
  readonly suggestions: number;
  /** id → how many of them; a member that stands nowhere is not in it */
  readonly byMember: ReadonlyMap<string, number>;
}

/**
 * @param lists one per call: members that fit it well, the best first
 * @param share of every prefix that newcomers keep: changes who stands where, and never a score
 */
export function exposureOf(
  lists: readonly (readonly { readonly organisation: string }[])[],
  { newcomers, share }: { readonly newcomers: ReadonlySet<string>; readonly share: number },
): Exposure {
  const newcomer = {
    name: 'newcomer' as const,
    least: shareOf(share),
    belongs: ({ organisation }: { readonly organisation: string }) => newcomers.has(organisation),
  };
  const byMember = new Map<string, number>();
  let suggestions = 0;
  for (const list of lists)
    for (const { item } of fairOrder(list, [newcomer], readPlaces)) {
      suggestions += 1;
      byMember.set(item.organisation, (byMember.get(item.organisation) ?? 0) + 1);
    }
  return { suggestions, byMember };
}

/** The share of all suggestions that the ten most suggested members get; null where there are no suggestions. */
export function concentrationOf({ suggestions, byMember }: Exposure): number | null {
  if (suggestions === 0) return null;
  const most = [...byMember.values()].sort((a, b) => b - a).slice(0, mostSuggested);
  return most.reduce((sum, count) => sum + count, 0) / suggestions;
}

/** One group of members: how many belong to it, and what they get. Groups of one kind add up to the whole. */
export interface ExposedGroup {
  /** empty: not stated */
  readonly code: string;
  readonly members: number;
  readonly suggestions: number;
  /** pairs of a member and a call in which somebody said yes */
  readonly accepted: number;
}

/** @returns the largest group first; ties by code */
export function exposedGroups(
  members: readonly string[],
  of: {
    readonly group: (member: string) => string;
    readonly exposure: Exposure;
    readonly accepted: ReadonlyMap<string, number>;
  },
): ExposedGroup[] {
  const groups = new Map<string, { members: number; suggestions: number; accepted: number }>();
  for (const member of members) {
    const code = of.group(member);
    const group = groups.get(code) ?? { members: 0, suggestions: 0, accepted: 0 };
    groups.set(code, group);
    group.members += 1;
    group.suggestions += of.exposure.byMember.get(member) ?? 0;
    group.accepted += of.accepted.get(member) ?? 0;
  }
  return [...groups]
    .map(([code, group]) => ({ code, ...group }))
    .sort((a, b) => b.members - a.members || Number(a.code > b.code) - 0.5);
}
