import { Injectable } from '@nestjs/common';

import { Letters } from '../../../platform/mail/index.js';
import { removalLetter, removalMail } from './removal-mail.js';
import { RemovalStore } from './removal.store.js';

/** Writes the last mail to whoever was removed. */
@Injectable()
export class RemovalWriter {
  constructor(letters: Letters) {
    const store = new RemovalStore();
    letters.write(removalMail, {
      compose: async (_unit, { content, language, base }) => removalLetter(content, language, base),
      ended: (unit, { content }) => store.told(unit, content.token),
    });
  }
}
