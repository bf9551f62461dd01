import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { SourceAges } from './source-ages.read-model.js';
import { SourceStore } from './source.store.js';
import { SourcesController } from './sources.controller.js';

@Module({
  imports: [AccountsModule],
  controllers: [SourcesController],
  providers: [SourceAges, SourceStore],
  exports: [SourceAges, SourceStore],
})
export class SourcesModule {}
