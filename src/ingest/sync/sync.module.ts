import { Module } from '@nestjs/common';

import { SourcesModule } from '../../sources/index.js';
import { OpportunitiesModule } from '../../opportunities/index.js';
import { IngestModule } from '../ingest.module.js';
import { ImportAnnouncements } from './import-announcements.js';
import { SourcePass } from './source-pass.js';
import { SyncCordis } from './sync-cordis.js';
import { SyncPortal } from './sync-portal.js';
import { SyncSourceProcessor } from './sync-source.processor.js';
import { SyncSources } from './sync-sources.js';

/**
 * Renewing open data from where they are published. Needs `SourceConnectors`,
 * `ScheduledSources` and the queue's `JobRegistry` from the composition root.
 */
@Module({
  imports: [IngestModule, OpportunitiesModule, SourcesModule],
  providers: [ImportAnnouncements, SourcePass, SyncCordis, SyncPortal, SyncSourceProcessor, SyncSources],
  exports: [SyncSources],
})
export class SyncModule {}
