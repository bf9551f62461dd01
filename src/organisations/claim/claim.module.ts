import { Module } from '@nestjs/common';

import { AccountsModule, PeopleModule } from '../../accounts/index.js';
import { OrganisationsModule } from '../organisations.module.js';
import { ClaimProfile } from './claim-profile.js';
import { ClaimsController } from './claims.controller.js';
import { OwnProfileController } from './own-profile.controller.js';
import { OwnProfiles } from './own-profile.js';
import { OwnWordStore } from './own-word.store.js';
import { PreferenceStore } from './preference.store.js';
import { ProfileLinesReadModel } from './profile-lines.read-model.js';
import { SpeakForOrganisation } from './speak-for-organisation.js';

/** What organisations say of themselves: by the link of an invitation, or signed in. */
@Module({
  imports: [AccountsModule, OrganisationsModule, PeopleModule],
  controllers: [ClaimsController, OwnProfileController],
  providers: [
    ClaimProfile,
    OwnProfiles,
    OwnWordStore,
    PreferenceStore,
    ProfileLinesReadModel,
    SpeakForOrganisation,
  ],
  exports: [OwnProfiles],
})
export class ClaimModule {}
