import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module.js';
import { AskedInvitationsController } from './asked-invitations.controller.js';
import { AskedInvitations } from './asked-invitations.js';
import { InvitationWriter } from './invitation-writer.js';
import { InvitationReminderProcessor } from './invitation-reminder.processor.js';
import { InvitationStore } from './invitation.store.js';
import { InvitationRoundStore } from './rounds/invitation-round.store.js';
import { InvitationRoundsController } from './rounds/invitation-rounds.controller.js';
import { InvitationRounds } from './rounds/invitation-rounds.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';
import { RenewInvitation } from './renew-invitation.js';
import { AskRemoval } from './removal/ask-removal.js';
import { HeldRecords } from './removal/held-records.js';
import { RemovalWriter } from './removal/removal-writer.js';
import { Removals } from './removal/removals.js';
import { SuspendedProcessor } from './suspended/suspended.processor.js';
import { ErasureList } from './removal/erasure-list.js';
import { RetentionProcessor } from './removal/retention.processor.js';

/** Invitations and what is a person's own; needs the queue and the mail. */
@Module({
  imports: [AccountsModule],
  controllers: [AskedInvitationsController, InvitationRoundsController, PeopleController],
  providers: [
    AskedInvitations,
    AskRemoval,
    ErasureList,
    HeldRecords,
    InvitationReminderProcessor,
    InvitationRoundStore,
    InvitationRounds,
    InvitationStore,
    InvitationWriter,
    People,
    RemovalWriter,
    Removals,
    RenewInvitation,
    RetentionProcessor,
    SuspendedProcessor,
  ],
  exports: [AskedInvitations, ErasureList, HeldRecords, People],
})
export class PeopleModule {}
