import type { MemberFit, MemberFits, RefusedPairs } from '../../matching/index.js';

/**
 * What fits of one cluster count for one reader: those of live members, without what the reader refused. Lists are made
 * when they are asked for and kept: half a million pairs are not looked at again for each page.
 */
export class CountedFits {
  readonly #lists = new Map<string, readonly MemberFit[]>();
  readonly #strong = new Map<string, number>();
  readonly #someGone: boolean;

  constructor(
    private readonly fits: Pick<MemberFits, 'byOpportunity' | 'byMember'>,
    private readonly members: ReadonlySet<string>,
    private readonly refused: RefusedPairs,
  ) {
    this.#someGone = [...fits.byMember.keys()].some((id) => !members.has(id));
  }

  /** Members that fit a call well, the best first. */
  ofCall(opportunity: string): readonly MemberFit[] {
    const known = this.#lists.get(opportunity);
    if (known) return known;
    const all = this.fits.byOpportunity.get(opportunity) ?? [];
    const not = this.refused.byOpportunity.get(opportunity);
    const counts = ({ organisation }: MemberFit): boolean =>
      this.members.has(organisation) && !not?.has(organisation);
    const list = this.#someGone || not ? all.filter(counts) : all;
    this.#lists.set(opportunity, list);
    return list;
  }

  /** How many of them fit it more than well. */
  strongOf(opportunity: string): number {
    const known = this.#strong.get(opportunity);
    if (known !== undefined) return known;
    const strong = this.ofCall(opportunity).filter(({ fit }) => fit.band === 'strong').length;
    this.#strong.set(opportunity, strong);
    return strong;
  }

  /** Calls that fit a member well, the best first; closed ones among them. */
  ofMember(organisation: string): readonly MemberFit[] {
    const all = this.members.has(organisation) ? (this.fits.byMember.get(organisation) ?? []) : [];
    const not = this.refused.byOrganisation.get(organisation);
    return not ? all.filter(({ opportunity }) => !not.has(opportunity)) : all;
  }
}
