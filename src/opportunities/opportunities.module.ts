import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { SourcesModule } from '../sources/index.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { OpportunityReadModel } from './opportunity.read-model.js';
import { OpportunityStore, PostgresOpportunityStore } from './opportunity.store.js';
import { UnlistedCalls } from './unlisted-calls.store.js';

@Module({
  imports: [AccountsModule, SourcesModule],
  controllers: [OpportunitiesController],
  providers: [
    OpportunityReadModel,
    { provide: OpportunityStore, useClass: PostgresOpportunityStore },
    UnlistedCalls,
  ],
  exports: [OpportunityReadModel, OpportunityStore, UnlistedCalls],
})
export class OpportunitiesModule {}
