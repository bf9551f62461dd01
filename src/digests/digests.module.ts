import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { ConsortiaModule } from '../consortia/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SavedAlertStore } from './alerts/saved-alert.store.js';
import { SavedAlerts } from './alerts/saved-alerts.js';
import { TellSavedProcessor } from './alerts/tell-saved.processor.js';
import { ChooseDigestsProcessor } from './choose-digests.processor.js';
import { CalendarFeedStore } from './feeds/calendar-feed.store.js';
import { Calendars } from './feeds/calendars.js';
import { ClusterFeed } from './feeds/cluster-feed.js';
import { PublishedCalls } from './feeds/published-calls.js';
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
import { RecentNews } from './webhooks/recent-news.js';
import { TellWebhooks } from './webhooks/tell-webhooks.js';
import { WebhookSecrets } from './webhooks/webhook-secrets.js';
import { WebhookProcessor } from './webhooks/webhook.processor.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WebhookStore } from './webhooks/webhook.store.js';
import { Webhooks } from './webhooks/webhooks.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** Needs `MemberFindings`, `WebhookSettings` and the mail from global modules, and the queue. */
@Module({
  imports: [AccountsModule, ConsortiaModule, MatchingModule, OpportunitiesModule, OrganisationsModule],
  controllers: [DigestsController, FeedsController, SubscriptionsController, WebhooksController],
  providers: [
    CalendarFeedStore,
    Calendars,
    ChooseDigestsProcessor,
    ClusterFeed,
    DigestReaders,
    DigestStore,
    DigestWriter,
    PreviewDigests,
    PublishedCalls,
    RecentNews,
    SavedAlertStore,
    SavedAlerts,
    SavedDeadlines,
    Subscriptions,
    TellSavedProcessor,
    TellWebhooks,
    WebhookProcessor,
    WebhookSecrets,
    WebhookSender,
    WebhookStore,
    Webhooks,
    WeeklyDigests,
    WriteDigest,
  ],
  exports: [PreviewDigests, Subscriptions, WeeklyDigests],
})
export class DigestsModule {}
