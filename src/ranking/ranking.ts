import type { ActivityType } from './corpus-document.js';
import type { Figures } from './calibration/figures.js';
import type { Companion } from './fairness/companion.js';
import type { FairAsked, FairKind, FairShares } from './fairness/fair-places.js';
import type { NarrowingName } from './filters.js';
import type { ExplanationNode, MissingItem } from './explanation.js';

/** What the asker narrows a ranking to. Filters apply before ranking and leave no trace in the counts. */
export interface RankOptions {
  /** organisations already in, or the one asking: the proximity signal starts there; never suggested themselves */
  readonly seeds?: readonly string[];
  /** ISO 3166-1 alpha-2; an organisation whose country is not stated is left out when this is given */
  readonly countries?: readonly string[];
  /** NUTS codes, matched as prefixes: `ITC4` takes `ITC4C` */
  readonly regions?: readonly string[];
  readonly types?: readonly ActivityType[];
  /** true: SMEs only; false: none; absent or null: all */
  readonly sme?: boolean | null;
  /** `experienced`: took part in a project that is known; `new`: in none. Who is known by a mask alone is neither */
  readonly experience?: Experience;
  /** 1 to 9: only who holds something that states a span of readiness levels with this one in it */
  readonly trl?: number;
  /** only these, the members of one cluster, may appear: a filter that the asker can take back, unlike `among` */
  readonly cluster?: readonly string[];
  /** names of segments that hold masks, which do not state what was taken part in */
  readonly masks?: readonly string[];
  /** organisations that may not appear */
  readonly exclude?: readonly string[];
  /** only these may appear, such as the members of one cluster */
  readonly among?: readonly string[];
  /** what kinds keep of every prefix of the list; absent or null: the order is by score alone */
  readonly fair?: FairAsked | null;
  /** how many places to return, from 0; 200 by default */
  readonly limit?: number;
  /** how many of the first places get a tree and what is missing; 20 by default */
  readonly explain?: number;
}

export const experiences = ['experienced', 'new'] as const;
export type Experience = (typeof experiences)[number];

/** Why an organisation stands where it stands. */
export interface Reasons {
  /** its value is the score */
  readonly tree: ExplanationNode;
  /** the weightiest first, at most eight */
  readonly missing: readonly MissingItem[];
}

/** One pair explained, whatever list it is in. */
export interface ExplainedPair extends Reasons, Figures {
  readonly score: number;
}

export interface RankedOrganisation extends Figures {
  /** from 1 */
  readonly rank: number;
  /** place by score alone, from 1 */
  readonly scoreRank: number;
  /** kinds for whose share it stands further up than its score would have it; the evidence is what it is */
  readonly raisedFor: readonly FairKind[];
  /** `CorpusOrganisation.id` */
  readonly organisation: string;
  /** fused, in [0, 1], a 32-bit float: equal to what `scoreBlock` packs for the same pair */
  readonly score: number;
  /** null below the first `explain` places; `explain` makes it */
  readonly reasons: Reasons | null;
  /** of a newcomer among the first `explain` places: who could lead; null for all others, or where nobody is in reach */
  readonly companion: Companion | null;
}

export interface OrganisationRanking {
  readonly modelVersion: string;
  /** organisations that pass filters and exclusions and score more than 0 */
  readonly total: number;
  /** seeds that no segment of the corpus knows: they moved nothing */
  readonly unknownSeeds: readonly string[];
  /** what kinds keep of every prefix; null: nothing, the order is by score */
  readonly fairShares: FairShares | null;
  readonly results: readonly RankedOrganisation[];
  /** of an empty list: how many there would be without one filter that was chosen, the most first; else empty */
  readonly without: readonly WithoutFilter[];
}

/** What taking one filter back would bring. */
export interface WithoutFilter {
  readonly filter: NarrowingName;
  /** above 0 */
  readonly total: number;
}

export interface RankedOpportunity extends Figures {
  /** from 1 */
  readonly rank: number;
  /** `OpportunityText.id` */
  readonly opportunity: string;
  readonly score: number;
  readonly reasons: Reasons | null;
}

export interface OpportunityRanking {
  readonly modelVersion: string;
  readonly total: number;
  readonly results: readonly RankedOpportunity[];
}

/** The packed list of one opportunity: four arrays of equal length, best first, ready to be stored. */
export interface PackedRanking {
  /** `OpportunityText.id` */
  readonly opportunity: string;
  /** ordinals in the corpus; `Corpus.organisationId` names them */
  readonly organisations: Uint32Array;
  readonly scores: Float32Array;
  readonly fits: Float32Array;
  readonly trackRecords: Float32Array;
  /** organisations with a score above 0, before the cut at `limit` */
  readonly total: number;
}
