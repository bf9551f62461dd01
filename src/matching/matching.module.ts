import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SourcesModule } from '../sources/index.js';
import { ScoreRunsController } from './http/score-runs.controller.js';
import { SuggestionsController } from './http/suggestions.controller.js';
import { CurrentListsReadModel } from './runs/current-lists.read-model.js';
import { MatchListStore } from './runs/match-list.store.js';
import { PrepareRunProcessor } from './runs/prepare-run.processor.js';
import { ReadBlock } from './runs/read-block.js';
import { RequestScoreRun } from './runs/request-score-run.js';
import { ScoreBlockProcessor } from './runs/score-block.processor.js';
import { ScoreRunStore } from './runs/score-run.store.js';
import { WatchScoreRun } from './runs/watch-score-run.js';
import { BuildSnapshot } from './snapshots/build-snapshot.js';
import { CurrentSnapshot, ReadySnapshot } from './snapshots/current-snapshot.js';
import { SegmentStore } from './snapshots/segment.store.js';
import { SnapshotParts } from './snapshots/snapshot-parts.js';
import { KnownCalls } from './suggestions/known-calls.js';
import { PartnerPlaces } from './suggestions/partner-places.js';
import { MatchOrganisations } from './suggestions/match-organisations.js';
import { ShownRun } from './suggestions/shown-run.js';
import { StoredCalls } from './suggestions/stored-calls.js';
import { StoredPartners } from './suggestions/stored-partners.js';
import { SuggestCalls } from './suggestions/suggest-calls.js';
import { SuggestPartners } from './suggestions/suggest-partners.js';

/**
 * Needs, from the composition root: `Scorer`, `SegmentFolder`, `ConceptTagger` (see `MatchingPlatform`), and the
 * queue's `JobRegistry`.
 */
@Module({
  imports: [AccountsModule, OpportunitiesModule, OrganisationsModule, SourcesModule],
  controllers: [ScoreRunsController, SuggestionsController],
  providers: [
    BuildSnapshot,
    CurrentListsReadModel,
    CurrentSnapshot,
    KnownCalls,
    MatchListStore,
    MatchOrganisations,
    PartnerPlaces,
    PrepareRunProcessor,
    ReadBlock,
    ReadySnapshot,
    RequestScoreRun,
    ScoreBlockProcessor,
    ScoreRunStore,
    SegmentStore,
    ShownRun,
    SnapshotParts,
    StoredCalls,
    StoredPartners,
    SuggestCalls,
    SuggestPartners,
    WatchScoreRun,
  ],
  exports: [
    BuildSnapshot,
    CurrentListsReadModel,
    MatchOrganisations,
    RequestScoreRun,
    SuggestCalls,
    SuggestPartners,
    WatchScoreRun,
  ],
})
export class MatchingModule {}
