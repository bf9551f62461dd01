import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SavedAlertStore } from './alerts/saved-alert.store.js';
import { SavedAlerts } from './alerts/saved-alerts.js';
import { TellSavedProcessor } from './alerts/tell-saved.processor.js';
import { ChooseDigestsProcessor } from './choose-digests.processor.js';
import { CalendarFeedStore } from './feeds/calendar-feed.store.js';
import { Feeds } from './feeds/feeds.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { DigestStore } from './digest.store.js';
import { DigestWriter } from './digest-writer.js';
import { DigestReaders } from './digest-readers.js';
import { DigestsController } from './digests.controller.js';
import { PreviewDigests } from './preview-digests.js';
import { SavedDeadlines } from './saved-deadlines.js';
import { Subscriptions } from './subscriptions.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { WeeklyDigests } from './weekly-digests.js';
import { WriteDigest } from './write-digest.js';

/** Needs `MemberFindings` and the mail from global modules, and the queue. */
@Module({
  imports: [AccountsModule, MatchingModule, OpportunitiesModule, OrganisationsModule],
  controllers: [DigestsController, FeedsController, SubscriptionsController],
  providers: [
    CalendarFeedStore,
    ChooseDigestsProcessor,
    DigestReaders,
    DigestStore,
    DigestWriter,
    Feeds,
    PreviewDigests,
    SavedAlertStore,
    SavedAlerts,
    SavedDeadlines,
    Subscriptions,
    TellSavedProcessor,
    WeeklyDigests,
    WriteDigest,
  ],
  exports: [PreviewDigests, Subscriptions, WeeklyDigests],
})
export class DigestsModule {}
