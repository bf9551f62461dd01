import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module.js';
import { InvitationWriter } from './invitation-writer.js';
import { InvitationStore } from './invitation.store.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';

/** Invitations and what is a person's own; needs the queue and the mail. */
@Module({
  imports: [AccountsModule],
  controllers: [PeopleController],
  providers: [InvitationStore, People, InvitationWriter],
  exports: [People],
})
export class PeopleModule {}
