import { Injectable } from '@nestjs/common';

import { Letters } from '../../platform/mail/index.js';
import { signInLinkMail } from '../sessions/sign-in-link-mail.js';
import { SessionStore } from '../sessions/session.store.js';
import { SignInLinkStore } from '../sessions/sign-in-link.store.js';
import { noticeLetter, signInLinkLetter } from './account-letters.js';
import { accountNoticeMail } from './account-notice-mail.js';

/**
 * Writes what people wait for or must know about their account. Sent once more because nobody knew whether it had
 * arrived, a link in it is a new one, and the one before is worth nothing.
 */
@Injectable()
export class AccountMailWriter {
  constructor(letters: Letters, links: SignInLinkStore, sessions: SessionStore) {
    letters.write(signInLinkMail, {
      compose: async (unit, { content, base }) => {
        const taken = await links.takeForMail(unit, content.link);
        return taken ? signInLinkLetter(taken.user, taken.token, base) : { stop: 'nobody-asks' };
      },
    });
    letters.write(accountNoticeMail, {
      compose: async (unit, { content: { kind, session }, to, language, base }) => {
        const device = session === null ? null : await sessions.deviceOf(unit, session);
        return noticeLetter({ name: to.name, language }, { kind, device, base });
      },
    });
  }
}
