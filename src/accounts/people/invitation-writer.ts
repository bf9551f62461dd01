import { Injectable } from '@nestjs/common';

import { Letters } from '../../platform/mail/index.js';
import {
  invitationLetter,
  invitationMail,
  invitationReminderMail,
  reminderLetter,
} from './invitation-mail.js';
import { InvitationStore } from './invitation.store.js';

/** Writes invitations; the link in one is made with it, so nobody but its reader ever has it. */
@Injectable()
export class InvitationWriter {
  constructor(letters: Letters, invitations: InvitationStore) {
    letters.write(invitationMail, {
      compose: async (unit, { content, base }) => {
        const taken = await invitations.takeForMail(unit, content.invitation);
        return taken ? invitationLetter(taken.invitation, taken.token, base) : { stop: 'answered-already' };
      },
      ended: (unit, { content, state }) => invitations.mailed(unit, content.invitation, state),
    });
    letters.write(invitationReminderMail, {
      compose: async (unit, { content, base }) => {
        const taken = await invitations.takeForReminder(unit, content.invitation);
        return taken ? reminderLetter(taken.invitation, taken.token, base) : { stop: 'answered-already' };
      },
    });
  }
}
