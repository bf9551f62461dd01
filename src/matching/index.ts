/** The face of matching: snapshots, score runs, ranked partners and ranked calls. */
export { MatchingModule } from './matching.module.js';
export {
  toCallSuggestionsResponse,
  toMissing,
  toOrganisation,
  toPartnerSuggestion,
  toPartnerSuggestionsResponse,
  toReason,
} from './http/suggestion-responses.dto.js';
export {
  FigureResponse,
  MissingResponse,
  PartnerSuggestionResponse,
  ReasonResponse,
  SuggestedOrganisationResponse,
} from './http/suggestion.dto.js';
export { AutoScore } from './freshness/auto-score.js';
export { FairLists, listOrders, type ListOrder } from './suggestions/fair-lists.js';
export { EndpointVectors, TextVectors } from './embedding/text-vectors.js';
export { BilingualWords, ConceptTagger, type TaggedConcept } from './opportunity-text.js';
export { CurrentListsReadModel, type ListHead, type ListHeads } from './runs/current-lists.read-model.js';
export {
  MemberFitsReadModel,
  type FitRun,
  type MemberFit,
  type MemberFits,
} from './runs/member-fits.read-model.js';
export {
  defaultBounds,
  FeedbackVotesReadModel,
  type PairVotes,
  type VoteBounds,
} from './feedback/feedback-votes.read-model.js';
export { cellBounds, VoteCellsReadModel, type CountedVotes } from './feedback/vote-cells.read-model.js';
export { GiveFeedback } from './feedback/give-feedback.js';
export { NewcomerShareStore, type NewcomerShare } from './fairness/newcomer-share.store.js';
export { JudgedPairs, type RefusedPairs } from './feedback/judged-pairs.js';
export { recomputeDiffers } from './matching.errors.js';
export { RecomputeRun, type Recomputed } from './runs/recompute-run.js';
export { RequestScoreRun } from './runs/request-score-run.js';
export { WatchScoreRun, type WatchedRun } from './runs/watch-score-run.js';
export { InlineScorer } from './scoring/inline-scorer.js';
export { Scorer } from './scoring/scorer.js';
export { ThreadScorer } from './scoring/thread-scorer.js';
export { BuildSnapshot } from './snapshots/build-snapshot.js';
export { EraseFromSnapshots } from './snapshots/erase-from-snapshots.js';
export { SharedSegments } from './snapshots/shared-segments.js';
export { SegmentFolder } from './snapshots/segment-folder.js';
export { FindAlike } from './suggestions/find-alike.js';
export {
  MatchOrganisations,
  type Match,
  type OrganisationMatches,
} from './suggestions/match-organisations.js';
export { SuggestCalls, type CallSuggestions, type FittingCall } from './suggestions/suggest-calls.js';
export {
  SuggestPartners,
  type PartnersWanted,
  type PartnerSuggestions,
} from './suggestions/suggest-partners.js';
export type { PartnerSuggestion, SuggestionReason } from './suggestions/suggestion.js';
export { PartnerSuggestionsResponse } from './http/suggestion.dto.js';
export { ExplainStanding, type ExplainedStanding } from './suggestions/explain-standing.js';
export { standingInWords, toStandingResponse } from './http/standing-response.dto.js';
export {
  listingInWords,
  placeInWords,
  reasonsInWords,
  type Explained,
  type Place,
} from './wording/reasons-in-words.js';
export type { WordingLanguage } from './wording/wording.js';
