import { Module } from '@nestjs/common';

import { OpportunityReadModel } from './opportunity.read-model.js';
import { OpportunityStore, PostgresOpportunityStore } from './opportunity.store.js';

@Module({
  providers: [OpportunityReadModel, { provide: OpportunityStore, useClass: PostgresOpportunityStore }],
  exports: [OpportunityReadModel, OpportunityStore],
})
export class OpportunitiesModule {}
