import type {
  OpportunityRanking,
  OpportunityText,
  OrganisationRanking,
  PrepareOptions,
  RankOptions,
  Reasons,
} from '../../ranking/index.js';

/** Which segments to read, by id: the open one first, then those of the clusters in scope. */
export interface CorpusRef {
  readonly segments: readonly string[];
  /** id of the calls' own part of the snapshot; null where there is none */
  readonly boilerplate: string | null;
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

/** Why certain organisations have the score they have for one call. */
export interface ReasonsRequest extends OverCorpus {
  readonly kind: 'reasons';
  readonly call: OpportunityText;
  readonly organisations: readonly string[];
}

/** Calls for certain organisations, one ranking each. */
export interface CallsRequest extends OverCorpus {
  readonly kind: 'calls';
  /** `CallSet.key` */
  readonly callsKey: string;
  readonly organisations: readonly string[];
  readonly limit: number;
  readonly explain: number;
}

/** Packed lists for many calls, without reasons. */
export interface BlockRequest extends OverCorpus {
  readonly kind: 'block';
  readonly calls: readonly OpportunityText[];
  readonly limit: number;
  /** only these organisations; null is all */
  readonly among: readonly string[] | null;
}

export type ScoringRequest = PartnersRequest | ReasonsRequest | CallsRequest | BlockRequest;

/** The stored top of one ranking: arrays of equal length, best first. */
export interface PackedList {
  readonly opportunity: string;
  readonly organisations: readonly string[];
  readonly scores: readonly number[];
  readonly fits: readonly number[];
  readonly trackRecords: readonly number[];
  readonly total: number;
}

export interface ScoringAnswers {
  partners: OrganisationRanking;
  reasons: readonly ((Reasons & { readonly score: number }) | null)[];
  calls: readonly OpportunityRanking[];
  block: readonly PackedList[];
}

/** What a scoring thread is sent. */
export type ThreadMessage =
  | { readonly type: 'segment'; readonly id: string; readonly bytes: SharedArrayBuffer }
  | { readonly type: 'boilerplate'; readonly id: string; readonly json: string }
  | { readonly type: 'calls'; readonly calls: CallSet }
  | { readonly type: 'keep-only'; readonly ids: readonly string[] }
  | { readonly type: 'request'; readonly id: number; readonly request: ScoringRequest };

/** What it answers. */
export type ThreadReply =
  | { readonly id: number; readonly answer: ScoringAnswers[keyof ScoringAnswers] }
  | { readonly id: number; readonly problem: { readonly code: string | null; readonly message: string } };
