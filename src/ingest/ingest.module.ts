import { Module } from '@nestjs/common';

import { AccountsModule, PeopleModule } from '../accounts/index.js';
import { OpportunitiesModule } from '../opportunities/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SourcesModule } from '../sources/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { HandCalls } from './by-hand/hand-calls.js';
import { HandCallsController } from './by-hand/hand-calls.controller.js';
import { ColumnMapStore } from './column-maps/column-map.store.js';
import { ColumnMaps } from './column-maps/column-maps.js';
import { ColumnMapsController } from './http/column-maps.controller.js';
import { ImportReadingController } from './http/import-reading.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { DocumentReader } from './documents/document-reader.js';
import { ProposalsController } from './documents/proposals.controller.js';
import { ProposeCompetences } from './documents/propose-competences.js';
import { ImportCordis } from './cordis/import-cordis.js';
import { LearnedConceptStore } from './cordis/learned-concept.store.js';
import { ImportOpportunities } from './import-opportunities.js';
import { ImportRunStore } from './import-run.store.js';
import { OpenDataRuns } from './open-data-runs.js';
import { ApplyMemberImport } from './members/apply-member-import.js';
import { ImportMembers } from './members/import-members.js';
import { ImportsUnderway } from './members/imports-underway.js';
import { MemberImportStore } from './members/member-import.store.js';
import { MemberPlanning } from './members/member-planning.js';
import { UndoMemberImport } from './members/undo-member-import.js';
import { WriteMembers } from './members/write-members.js';
import { ChildMemberFileReader } from './parsing/child-member-file-reader.js';
import { MemberFileReader } from './parsing/member-file-reader.js';

@Module({
  controllers: [
    ColumnMapsController,
    HandCallsController,
    ImportReadingController,
    ImportsController,
    ProposalsController,
  ],
  imports: [
    AccountsModule,
    OpportunitiesModule,
    OrganisationsModule,
    PeopleModule,
    SourcesModule,
    TaxonomyModule,
  ],
  providers: [
    ApplyMemberImport,
    ColumnMaps,
    ColumnMapStore,
    HandCalls,
    ImportCordis,
    ImportMembers,
    ImportOpportunities,
    ImportRunStore,
    ImportsUnderway,
    { provide: DocumentReader, useFactory: () => new DocumentReader() },
    { provide: MemberFileReader, useFactory: () => new ChildMemberFileReader() },
    LearnedConceptStore,
    MemberImportStore,
    MemberPlanning,
    OpenDataRuns,
    ProposeCompetences,
    UndoMemberImport,
    WriteMembers,
  ],
  exports: [
    ApplyMemberImport,
    ColumnMaps,
    ImportCordis,
    ImportMembers,
    ImportOpportunities,
    ImportRunStore,
    OpenDataRuns,
    UndoMemberImport,
  ],
})
export class IngestModule {}
