import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { ConsortiaModule } from '../consortia/index.js';
import { FederationModule } from '../federation/index.js';
import { MatchingModule } from '../matching/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SourcesModule } from '../sources/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { BriefPartners } from './brief/brief-partners.js';
import { BriefSubject } from './brief/brief-subject.js';
import { WriteBrief } from './brief/write-brief.js';
import { ReadForYou } from './for-you/read-for-you.js';
import { ClusterPool } from './cluster/cluster-pool.js';
import { OwnCluster } from './cluster/own-cluster.js';
import { ReadSisterFits } from './cluster/sister-fits.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { MemberEcosystems } from './coverage/member-ecosystems.js';
import { ReadCoverage } from './coverage/read-coverage.js';
import { ExportsController } from './http/exports.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { MembersController } from './members/members.controller.js';
import { ReadMember } from './members/read-member.js';
import { ReadMembers } from './members/read-members.js';
import { RadarController } from './radar/radar.controller.js';
import { ReadRadar } from './radar/read-radar.js';
import { HandoverController } from './handover/handover.controller.js';
import { ReadHandover } from './handover/read-handover.js';
import { DecisionController } from './http/decision.controller.js';
import { ReadDecision } from './decision/read-decision.js';
import { ForYouController } from './http/for-you.controller.js';
import { SearchController } from './http/search.controller.js';
import { OutcomesController } from './outcomes/outcomes.controller.js';
import { ReadOutcomes } from './outcomes/read-outcomes.js';
import { FairnessController } from './fairness/fairness.controller.js';
import { ReadFairness } from './fairness/read-fairness.js';
import { TurnLever } from './fairness/turn-lever.js';
import { ReportController } from './reports/report.controller.js';
import { CountFigures } from './reports/count-figures.js';
import { SendReports } from './reports/send-reports.js';
import { SendReportsProcessor } from './reports/send-reports.processor.js';
import { CallEcosystems } from './search/call-ecosystems.js';
import { SearchOpportunities } from './search/search-opportunities.js';
import { ClusterMembers } from './workbook/cluster-members.js';
import { WorkbookPress } from './workbook/workbook-press.js';
import { WriteWorkbook } from './workbook/write-workbook.js';

@Module({
  imports: [
    AccountsModule,
    ConsortiaModule,
    FederationModule,
    MatchingModule,
    OpportunitiesModule,
    OrganisationsModule,
    SourcesModule,
    TaxonomyModule,
  ],
  controllers: [
    CoverageController,
    DecisionController,
    ExportsController,
    FairnessController,
    ForYouController,
    HandoverController,
    LettersController,
    MembersController,
    OutcomesController,
    RadarController,
    ReportController,
    SearchController,
  ],
  providers: [
    BriefPartners,
    BriefSubject,
    ClusterMembers,
    ClusterPool,
    CountFigures,
    MemberEcosystems,
    OwnCluster,
    ReadCoverage,
    ReadDecision,
    ReadFairness,
    ReadMember,
    ReadMembers,
    ReadOutcomes,
    ReadRadar,
    ReadSisterFits,
    ReadForYou,
    ReadHandover,
    CallEcosystems,
    SearchOpportunities,
    SendReports,
    SendReportsProcessor,
    TurnLever,
    WorkbookPress,
    WriteBrief,
    WriteWorkbook,
  ],
  exports: [WriteBrief, WriteWorkbook],
})
export class InsightsModule {}
