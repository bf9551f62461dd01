import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../accounts/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { TaxonomyModule } from '../taxonomy/index.js';
import { Agreements } from './agreements.js';
import { DecideSharing } from './decide-sharing.js';
import { CountedMembers } from './figures/counted-members.js';
import { ReadFigures } from './figures/read-figures.js';
import { FederationController } from './http/federation.controller.js';
import { OwnSharingController } from './http/own-sharing.controller.js';
import { MaskedMembers } from './masked-members.js';
import { OwnCluster } from './own-cluster.js';
import { ProcessingController } from './processing/processing.controller.js';
import { ReadProcessing } from './processing/read-processing.js';
import { PublishShared } from './publish-shared.js';
import { Republish } from './republish.js';
import { SharedMembersReadModel } from './shared-members.read-model.js';

@Module({
  imports: [AccountsModule, PeopleModule, OrganisationsModule, TaxonomyModule],
  controllers: [FederationController, ProcessingController, OwnSharingController],
  providers: [
    Agreements,
    CountedMembers,
    DecideSharing,
    MaskedMembers,
    OwnCluster,
    PublishShared,
    ReadFigures,
    ReadProcessing,
    Republish,
    SharedMembersReadModel,
  ],
  exports: [Agreements, CountedMembers, DecideSharing, MaskedMembers, PublishShared, SharedMembersReadModel],
})
export class FederationModule {
  constructor(held: HeldRecords) {
    held.ofMember({ table: 'sharing_rule', once: 'true' });
  }
}
