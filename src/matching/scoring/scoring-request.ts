import type {
  AlikeLimits,
  AlikePair,
  ExplainedPair,
  OpportunityRanking,
  OpportunityText,
  OrganisationRanking,
  PrepareOptions,
  RankOptions,
  Why,
} from '../../ranking/index.js';
import type { MemberLists } from './member-lists.js';
import type { PackedList } from './packed-list.js';
import type { StoredLists } from './stored-ranking.js';

/** Which parts of a snapshot to read, by id. */
export interface CorpusRef {
  /** the open segment first, then those of the clusters in scope */
  readonly segments: readonly string[];
  /** how calls speak: their boiler-plate, and the words of both languages */
  readonly language: string;
  /** the weights to score by */
  readonly model: string;
}

/** All calls under a key that changes with any of them, so that they are sent and prepared once. */
export interface CallSet {
  readonly key: string;
  readonly texts: readonly OpportunityText[];
}

interface OverCorpus {
  readonly corpus: CorpusRef;
  readonly prepare: PrepareOptions;
}

/** Organisations for one call. */
export interface PartnersRequest extends OverCorpus {
  readonly kind: 'partners';
  readonly call: OpportunityText;
  readonly rank: RankOptions;
}

/** Stored lists of one call, as a live ranking would give their first places. */
export interface StoredRequest extends OverCorpus {
  readonly kind: 'stored';
  readonly call: OpportunityText;
  readonly lists: StoredLists;
}

/** Why certain organisations have the score they have for one call. */
export interface ReasonsRequest extends OverCorpus {
  readonly kind: 'reasons';
  readonly call: OpportunityText;
  readonly organisations: readonly string[];
}

/** Where one organisation stands for one call, and why not further up. */
export interface WhyRequest extends OverCorpus {
  readonly kind: 'why';
  readonly call: OpportunityText;
  readonly organisation: string;
  /** the list that is asked about */
  readonly rank: RankOptions;
}

/** Calls for certain organisations, one ranking each. */
export interface CallsRequest extends OverCorpus {
  readonly kind: 'calls';
  /** `CallSet.key` */
  readonly callsKey: string;
  readonly organisations: readonly string[];
  readonly limit: number;
  readonly explain: number;
  /** ids of calls that may not appear and are not counted */
  readonly exclude?: readonly string[];
}

/** Packed lists of the members of a cluster, whose segment is the second of the corpus. */
export interface MembersRequest extends OverCorpus {
  readonly kind: 'members';
  /** `CallSet.key` */
  readonly callsKey: string;
  /** members stored for each call */
  readonly perOpportunity: number;
}

/** Packed lists for many calls, without reasons. */
export interface BlockRequest extends OverCorpus {
  readonly kind: 'block';
  readonly calls: readonly OpportunityText[];
  readonly limit: number;
}

/** Which of these texts say much of the same. */
export interface AlikeRequest extends OverCorpus {
  readonly kind: 'alike';
  readonly texts: readonly OpportunityText[];
  readonly limits: AlikeLimits;
}

export type ScoringRequest =
  | PartnersRequest
  | StoredRequest
  | ReasonsRequest
  | WhyRequest
  | CallsRequest
  | MembersRequest
  | BlockRequest
  | AlikeRequest;

export interface ScoringAnswers {
  partners: OrganisationRanking;
  /** null: ask for a live ranking */
  stored: OrganisationRanking | null;
  reasons: readonly (ExplainedPair | null)[];
  /** null: no part of the snapshot knows it */
  why: Why | null;
  calls: readonly OpportunityRanking[];
  members: MemberLists;
  block: readonly PackedList[];
  alike: readonly AlikePair[];
}

/** What a scoring thread is sent. */
export type ThreadMessage =
  | {
      readonly type: 'part';
      readonly id: string;
      readonly audience: string;
      readonly bytes: SharedArrayBuffer;
    }
  | { readonly type: 'calls'; readonly calls: CallSet }
  | { readonly type: 'keep-only'; readonly ids: readonly string[] }
  | { readonly type: 'request'; readonly id: number; readonly request: ScoringRequest };

/** What it answers. */
export type ThreadReply =
  | { readonly id: number; readonly answer: ScoringAnswers[keyof ScoringAnswers] }
  | { readonly id: number; readonly problem: { readonly code: string | null; readonly message: string } };
