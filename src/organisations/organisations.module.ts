import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts/index.js';
import { ExclusionStore } from './claim/exclusion.store.js';
import { CorpusReadModel } from './corpus.read-model.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import { FundedProjectsReadModel } from './funded-projects.read-model.js';
import { IntroducersReadModel } from './introducers.read-model.js';
import { KnownMembersReadModel } from './known-members.read-model.js';
import { ClusterTexts } from './cluster-texts.read-model.js';
import { MemberOutlines } from './member-outlines.read-model.js';
import { MemberNoteStore } from './notes/member-note.store.js';
import { MemberNotesController } from './notes/member-notes.controller.js';
import { OrganisationReadModel } from './organisation.read-model.js';
import { OrganisationStore, PostgresOrganisationStore } from './organisation.store.js';
import { PostgresProjectStore, ProjectStore } from './project.store.js';
import { OrganisationsController } from './organisations.controller.js';

@Module({
  imports: [AccountsModule],
  controllers: [MemberNotesController, OrganisationsController],
  providers: [
    ClusterTexts,
    CorpusReadModel,
    EvidenceReadModel,
    ExclusionStore,
    FundedProjectsReadModel,
    IntroducersReadModel,
    KnownMembersReadModel,
    MemberNoteStore,
    MemberOutlines,
    OrganisationReadModel,
    { provide: OrganisationStore, useClass: PostgresOrganisationStore },
    { provide: ProjectStore, useClass: PostgresProjectStore },
  ],
  exports: [
    ClusterTexts,
    CorpusReadModel,
    EvidenceReadModel,
    ExclusionStore,
    FundedProjectsReadModel,
    IntroducersReadModel,
    KnownMembersReadModel,
    MemberNoteStore,
    MemberOutlines,
    OrganisationReadModel,
    OrganisationStore,
    ProjectStore,
  ],
})
export class OrganisationsModule {}
