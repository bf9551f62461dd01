/** Somebody who could take a seat. */
export interface Candidate {
  /** unique within a problem */
  readonly id: string;
  /** how well it answers the call as a whole, from 0 to 1 */
  readonly fit: number;
  /** by id of a need: how well it covers that need, from 0 to 1; what is not named is 0 */
  readonly covers: ReadonlyMap<string, number>;
  /** it has co-ordinated, or said that it would */
  readonly canCoordinate: boolean;
  readonly newcomer: boolean;
  /** candidates with a group in common are not independent of each other: owners, by id */
  readonly groups: readonly string[];
}

/** Something the consortium must be able to do. */
export interface AssemblyNeed {
  readonly id: string;
  /** above 0; what it counts beside the others */
  readonly weight: number;
}

/**
 * A hard rule in its simplest form: at least `count` members, or members of so many kinds, among those named.
 *
 * `{ id: 'three-countries', count: 3, kinds: new Map([['a', 'IT'], ['b', 'FR'], …]) }` counts countries;
 * with one kind for each candidate it counts organisations.
 */
export interface Minimum {
  /** what it is named by; several may share one */
  readonly id: string;
  readonly count: number;
  /** by id of a candidate: the kind it counts as; who is not named does not count */
  readonly kinds: ReadonlyMap<string, string>;
}

/** How strongly two candidates are tied by past work, from 0 to 1. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
}

/** A consortium to be put together. */
export interface AssemblyProblem {
  readonly needs: readonly AssemblyNeed[];
  /** the best first */
  readonly candidates: readonly Candidate[];
  /** ids that are seated already and stay */
  readonly seated: readonly string[];
  /** who co-ordinates; null: one of those who can is chosen */
  readonly coordinator: string | null;
  readonly ties: readonly Tie[];
  /** pairs that are never seated together */
  readonly apart: readonly (readonly [string, string])[];
  readonly minima: readonly Minimum[];
  /** members in all */
  readonly size: { readonly min: number; readonly max: number };
  readonly atLeastNewcomers: number;
  readonly weights: AssemblyWeights;
}

/** What counts how much; see `assemble` for the sum. */
export interface AssemblyWeights {
  readonly coverage: number;
  readonly fit: number;
  readonly ties: number;
  /** what a seat costs: who brings less is not seated for its own sake */
  readonly seat: number;
}

/** A member of a proposed consortium, and why it has its seat. */
export interface ProposedSeat {
  readonly id: string;
  readonly coordinator: boolean;
  readonly seated: boolean;
  /** needs it covers better than anybody else on the proposal, the best first */
  readonly covers: readonly { readonly need: string; readonly coverage: number }[];
  /** members it is tied to, the strongest first */
  readonly tiedTo: readonly { readonly id: string; readonly strength: number }[];
  /** rules that would break without it */
  readonly keeps: readonly string[];
}

/** A consortium that keeps every rule. */
export interface Proposal {
  /** order of the problem's candidates */
  readonly seats: readonly ProposedSeat[];
  /** by need: coverage from 0 to 1 */
  readonly coverage: ReadonlyMap<string, number>;
  /** needs covered by less than a half, the weightiest first */
  readonly weak: readonly string[];
  readonly score: number;
  /** proved to be the best; false where time ran out */
  readonly best: boolean;
}
