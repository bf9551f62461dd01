/**
 * The scoring core: pure functions over immutable index segments. No clock, no I/O, no framework.
 *
 * Build: `buildSegment` or `SegmentBuilder` gives bytes. Read: `openSegment(bytes)`, `openCorpus([open, cluster…])`.
 * Ask: `prepareCall(corpus, text, { asOf })`, then `rankOrganisations`; for one organisation
 * `prepareCalls` and `rankOpportunities`; for score runs `scoreBlock`. The same pair has the same score in all three.
 */
export type {
  ActivityType,
  CorpusDocument,
  CorpusOrganisation,
  DocumentState,
  DocumentType,
  Holder,
  HolderRole,
  TextLanguage,
} from './corpus-document.js';
export type {
  CallConcept,
  CallSection,
  CallSectionKind,
  OpportunityText,
  WrittenVector,
} from './opportunity-text.js';
export { RankingError } from './ranking-error.js';
export type { RankingErrorCode } from './ranking-error.js';

export { buildSegment, SegmentBuilder } from './index/segment-builder.js';
export type { SegmentOptions } from './index/segment-builder.js';
export { openSegment } from './index/segment.js';
export { withoutOrganisations } from './index/without-organisations.js';
export type { Rewritten } from './index/without-organisations.js';
export type { Segment } from './index/segment.js';
export type { TermStatistics } from './index/term-statistics.js';

export { openCorpus } from './corpus.js';
export type { Corpus, CorpusOptions } from './corpus.js';
export { bandOf, type Figures } from './calibration/figures.js';
export { defaultModel, fittedModel } from './model.js';
export type { RankingModel } from './model.js';
export { learnBoilerplate } from './text/boilerplate.js';
export type { Boilerplate } from './text/boilerplate.js';
export { buildGlossary, parseGlossary, parseSynonyms } from './text/glossary.js';
export type { Glossary, GlossaryPair, GlossaryProblem } from './text/glossary.js';

export { prepareCall, prepareCalls } from './query/prepare-call.js';
export type { PrepareOptions } from './query/prepare-call.js';
export { PreparedCall } from './query/prepared-call.js';
export { PreparedCalls } from './query/prepared-calls.js';
export { explain, rankOrganisations, showListed, type ListedPlace } from './rank-organisations.js';
export { rankOpportunities } from './rank-opportunities.js';
export { quantisedVector, readVector, writtenVector } from './signals/embedding.js';
export { backgroundOn, type Background } from './calibration/background.js';
export type { BandModel, ListKind } from './calibration/band-model.js';
export { chanceAt, fitCurve, type Curve, type Observation } from './calibration/curve.js';
export { BandLearner } from './calibration/learn-bands.js';
export type { TooLittle } from './calibration/known-enough.js';
export type { Companion } from './fairness/companion.js';
export { fairOrder, shareOf, type ProtectedKind } from './fairness/fair-order.js';
export { fairKinds, type FairAsked, type FairKind, type FairShares } from './fairness/fair-places.js';
export { votedShare, withVotes, type VoteCell, type VoteModel } from './learned/voted-share.js';
export { SeededLearner } from './learned/learn-seeded.js';
export type { PastList } from './learned/learn-seeded.js';
export type { SeededModel } from './learned/seeded-score.js';
export { alikeLimits, alikeTexts, type AlikeLimits, type AlikePair } from './alike-texts.js';
export { scoreBlock } from './score-block.js';
export { experiences } from './ranking.js';
export { filterNames, narrowingNames } from './filters.js';
export type { FilterName, NarrowingName } from './filters.js';
export { why } from './why.js';
export type { Why } from './why.js';
export type { Change } from './would-change.js';
export type { BlockOptions } from './score-block.js';
export type {
  ExplainedPair,
  OpportunityRanking,
  OrganisationRanking,
  PackedRanking,
  RankedOpportunity,
  RankedOrganisation,
  Experience,
  RankOptions,
  WithoutFilter,
  Reasons,
} from './ranking.js';
export type {
  Band,
  Bridge,
  DocumentNode,
  DocumentPointer,
  ExplanationNode,
  FactNode,
  Figure,
  GroupNode,
  MissingItem,
  SeedNode,
  SignalName,
  TermNode,
} from './explanation.js';
export { sentences, type Span } from './text/sentences.js';
export { quotableCall, quotableEvidence, quotePair } from './quote-pair.js';
export type { QuotableCall, QuotableEvidence, Quote, QuotePair, SharedWords } from './quote-pair.js';
