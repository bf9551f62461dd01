import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { BriefPartners } from './brief/brief-partners.js';
import { BriefSubject } from './brief/brief-subject.js';
import { WriteBrief } from './brief/write-brief.js';
import { ExportsController } from './http/exports.controller.js';
import { WriteWorkbook } from './workbook/write-workbook.js';

@Module({
  imports: [AccountsModule, MatchingModule, OpportunitiesModule, OrganisationsModule, TaxonomyModule],
  controllers: [ExportsController],
  providers: [BriefPartners, BriefSubject, WriteBrief, WriteWorkbook],
  exports: [WriteBrief, WriteWorkbook],
})
export class InsightsModule {}
