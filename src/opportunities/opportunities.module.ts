import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { SourcesModule } from '../sources/index.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { OpportunityOutlines } from './opportunity-outlines.read-model.js';
import { OpportunityReadModel } from './opportunity.read-model.js';
import { OpportunityStore, PostgresOpportunityStore } from './opportunity.store.js';
import { PartnerSearchStore } from './partner-search.store.js';
import { UnlistedCalls } from './unlisted-calls.store.js';

@Module({
  imports: [AccountsModule, SourcesModule],
  controllers: [OpportunitiesController],
  providers: [
    OpportunityOutlines,
    OpportunityReadModel,
    { provide: OpportunityStore, useClass: PostgresOpportunityStore },
    PartnerSearchStore,
    UnlistedCalls,
  ],
  exports: [OpportunityOutlines, OpportunityReadModel, OpportunityStore, PartnerSearchStore, UnlistedCalls],
})
export class OpportunitiesModule {}
