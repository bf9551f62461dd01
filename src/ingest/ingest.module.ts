import { Module } from '@nestjs/common';

import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { ImportCordis } from './cordis/import-cordis.js';
import { LearnedConceptStore } from './cordis/learned-concept.store.js';
import { ImportOpportunities } from './import-opportunities.js';
import { ImportRunStore } from './import-run.store.js';

@Module({
  imports: [OpportunitiesModule, OrganisationsModule, TaxonomyModule],
  providers: [ImportCordis, ImportOpportunities, ImportRunStore, LearnedConceptStore],
  exports: [ImportCordis, ImportOpportunities, ImportRunStore],
})
export class IngestModule {}
