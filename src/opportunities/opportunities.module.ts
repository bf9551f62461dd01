import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { SourcesModule } from '../sources/index.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { OpportunityOutlines } from './opportunity-outlines.read-model.js';
import { OpportunityReadModel } from './opportunity.read-model.js';
import { OpportunitySearchReadModel } from './opportunity-search.read-model.js';
import { OpportunityStore, PostgresOpportunityStore } from './opportunity.store.js';
import { PartnerSearchStore } from './partner-search.store.js';
import { SavedOpportunitiesController } from './saved-opportunities.controller.js';
import { SavedEvents } from './saved-events.read-model.js';
import { SavedOpportunityStore } from './saved-opportunity.store.js';
import { UnlistedCalls } from './unlisted-calls.store.js';

@Module({
  imports: [AccountsModule, SourcesModule],
  controllers: [OpportunitiesController, SavedOpportunitiesController],
  providers: [
    OpportunityOutlines,
    OpportunityReadModel,
    OpportunitySearchReadModel,
    { provide: OpportunityStore, useClass: PostgresOpportunityStore },
    PartnerSearchStore,
    SavedEvents,
    SavedOpportunityStore,
    UnlistedCalls,
  ],
  exports: [
    OpportunityOutlines,
    OpportunityReadModel,
    OpportunitySearchReadModel,
    OpportunityStore,
    PartnerSearchStore,
    SavedEvents,
    SavedOpportunityStore,
    UnlistedCalls,
  ],
})
export class OpportunitiesModule {}
