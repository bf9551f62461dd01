import { Module } from '@nestjs/common';

import { SourcesModule } from '../../sources/index.js';
import { IngestModule } from '../ingest.module.js';
import { SourcePass } from './source-pass.js';
import { SyncSources } from './sync-sources.js';

/** Renewing open data from where they are published. Needs `SourceConnectors` from the composition root. */
@Module({
  imports: [IngestModule, SourcesModule],
  providers: [SourcePass, SyncSources],
  exports: [SyncSources],
})
export class SyncModule {}
