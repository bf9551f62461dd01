import { Module } from '@nestjs/common';

import { AccountsModule, HeldRecords, PeopleModule } from '../../accounts/index.js';
import { OrganisationsModule } from '../organisations.module.js';
import { AskForProfile } from './ask-for-profile.js';
import { ClaimProfile } from './claim-profile.js';
import { ClaimsController } from './claims.controller.js';
import { OwnProfileController } from './own-profile.controller.js';
import { OwnProfiles } from './own-profile.js';
import { OwnWordStore } from './own-word.store.js';
import { PreferenceStore } from './preference.store.js';
import { ProfileRequestsController } from './profile-requests.controller.js';
import { ProfileLinesReadModel } from './profile-lines.read-model.js';
import { SpeakForOrganisation } from './speak-for-organisation.js';

/** What organisations say of themselves: by the link of an invitation, or signed in. */
@Module({
  imports: [AccountsModule, OrganisationsModule, PeopleModule],
  controllers: [ClaimsController, OwnProfileController, ProfileRequestsController],
  providers: [
    AskForProfile,
    ClaimProfile,
    OwnProfiles,
    OwnWordStore,
    PreferenceStore,
    ProfileLinesReadModel,
    SpeakForOrganisation,
  ],
  exports: [OwnProfiles, PreferenceStore, SpeakForOrganisation],
})
export class ClaimModule {
  /** What goes with an organisation that is removed; what open data say of it stays. */
  constructor(held: HeldRecords) {
    const own = 'organisation_id = $1';
    const told = `${own} and cluster_id is not null`;
    held.ofOrganisation(
      { table: 'organisation', where: 'id = $1 and not listed', order: 0 },
      { table: 'organisation_record', where: told, order: 1 },
      { table: 'membership', where: own, order: 1 },
      { table: 'organisation_preference', where: own, order: 1 },
      { table: 'exclusion', where: `${own} or other_id = $1`, order: 1 },
      { table: 'disowned_project', where: own, order: 1 },
      { table: 'evidence', where: told, order: 2 },
    );
  }
}
