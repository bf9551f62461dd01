import { Module } from '@nestjs/common';

import { AccountsModule, PeopleModule } from '../accounts/index.js';
import { FederationModule } from '../federation/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SourcesModule } from '../sources/index.js';
import { FeedbackStore } from './feedback/feedback.store.js';
import { FeedbackVotesReadModel } from './feedback/feedback-votes.read-model.js';
import { VoteCellsReadModel } from './feedback/vote-cells.read-model.js';
import { GiveFeedback } from './feedback/give-feedback.js';
import { JudgedPairs } from './feedback/judged-pairs.js';
import { GivenFeedbackReadModel } from './feedback/given-feedback.read-model.js';
import { FeedbackController } from './http/feedback.controller.js';
import { RefreshScoresProcessor } from './freshness/refresh-scores.processor.js';
import { ScoreInputs } from './freshness/score-inputs.js';
import { ScoreRunsController } from './http/score-runs.controller.js';
import { SuggestionsController } from './http/suggestions.controller.js';
import { CurrentListsReadModel } from './runs/current-lists.read-model.js';
import { MemberFitsReadModel } from './runs/member-fits.read-model.js';
import { MatchListStore } from './runs/match-list.store.js';
import { PrepareRunProcessor } from './runs/prepare-run.processor.js';
import { ReadBlock } from './runs/read-block.js';
import { RequestScoreRun } from './runs/request-score-run.js';
import { RecomputeRun } from './runs/recompute-run.js';
import { ScoreBlocks } from './runs/score-blocks.js';
import { TidyUpProcessor } from './runs/tidy-up.processor.js';
import { EraseRemovedProcessor } from './snapshots/erase-removed.processor.js';
import { EraseFromSnapshots } from './snapshots/erase-from-snapshots.js';
import { ScoreBlockProcessor } from './runs/score-block.processor.js';
import { ScoreRunStore } from './runs/score-run.store.js';
import { WatchScoreRun } from './runs/watch-score-run.js';
import { BuildCallParts } from './snapshots/build-call-parts.js';
import { BuildSnapshot } from './snapshots/build-snapshot.js';
import { CurrentSnapshot, ReadySnapshot } from './snapshots/current-snapshot.js';
import { PublishSharedProcessor } from './snapshots/publish-shared.processor.js';
import { SharedSegments } from './snapshots/shared-segments.js';
import { SegmentStore } from './snapshots/segment.store.js';
import { SnapshotParts } from './snapshots/snapshot-parts.js';
import { AskedOrganisation } from './suggestions/asked-organisation.js';
import { AskedPartners } from './suggestions/asked-partners.js';
import { CallPlaces } from './suggestions/call-places.js';
import { KnownCalls } from './suggestions/known-calls.js';
import { PartnerPlaces } from './suggestions/partner-places.js';
import { ExplainStanding } from './suggestions/explain-standing.js';
import { MatchOrganisations } from './suggestions/match-organisations.js';
import { ShownRun } from './suggestions/shown-run.js';
import { StoredCalls } from './suggestions/stored-calls.js';
import { NewcomerShareStore } from './fairness/newcomer-share.store.js';
import { StoredPartners } from './suggestions/stored-partners.js';
import { SuggestCalls } from './suggestions/suggest-calls.js';
import { FindAlike } from './suggestions/find-alike.js';
import { SuggestPartners } from './suggestions/suggest-partners.js';

/**
 * Needs, from the composition root: `Scorer`, `SegmentFolder`, `ConceptTagger` (see `MatchingPlatform`),
 * `TextVectors`, `AutoScore`, `FairLists`, and the queue's `JobRegistry`.
 */
@Module({
  imports: [
    AccountsModule,
    FederationModule,
    OpportunitiesModule,
    OrganisationsModule,
    PeopleModule,
    SourcesModule,
  ],
  controllers: [FeedbackController, ScoreRunsController, SuggestionsController],
  providers: [
    AskedOrganisation,
    AskedPartners,
    BuildCallParts,
    BuildSnapshot,
    CurrentListsReadModel,
    CallPlaces,
    CurrentSnapshot,
    EraseFromSnapshots,
    EraseRemovedProcessor,
    RecomputeRun,
    ScoreBlocks,
    TidyUpProcessor,
    FeedbackStore,
    FeedbackVotesReadModel,
    GiveFeedback,
    GivenFeedbackReadModel,
    ExplainStanding,
    FindAlike,
    KnownCalls,
    MatchListStore,
    MatchOrganisations,
    MemberFitsReadModel,
    JudgedPairs,
    NewcomerShareStore,
    PartnerPlaces,
    PrepareRunProcessor,
    ReadBlock,
    ReadySnapshot,
    PublishSharedProcessor,
    RefreshScoresProcessor,
    RequestScoreRun,
    ScoreBlockProcessor,
    ScoreInputs,
    ScoreRunStore,
    SegmentStore,
    SharedSegments,
    ShownRun,
    SnapshotParts,
    StoredCalls,
    StoredPartners,
    SuggestCalls,
    SuggestPartners,
    VoteCellsReadModel,
    WatchScoreRun,
  ],
  exports: [
    BuildSnapshot,
    CurrentListsReadModel,
    EraseFromSnapshots,
    FeedbackVotesReadModel,
    GiveFeedback,
    RecomputeRun,
    ExplainStanding,
    FindAlike,
    JudgedPairs,
    MatchOrganisations,
    MemberFitsReadModel,
    NewcomerShareStore,
    RequestScoreRun,
    SuggestCalls,
    SuggestPartners,
    VoteCellsReadModel,
    WatchScoreRun,
  ],
})
export class MatchingModule {}
