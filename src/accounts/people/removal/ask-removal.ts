import { Injectable } from '@nestjs/common';

import { systemScope } from '../../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Letters, putMail, type Letter, type Stop } from '../../../platform/mail/index.js';
import { badUser } from '../../account.errors.js';
import { reachEveryCluster } from '../../cluster.read-model.js';
import { Tries } from '../../throttle/tries.js';
import { isMailAddress } from '../../users/mail-address.js';
import { removalLinkLetter, removalLinkMail } from './removal-link-mail.js';
import { RemovalLinkStore } from './removal-link.store.js';
import { Removals } from './removals.js';

const day = 24 * 3_600;

/**
 * Whoever asks to be removed without a link of ours at hand gets one by mail, which proves that the address is theirs. The
 * same is put among the mails whatever is held; whether anything is, is found when the mail is written.
 */
@Injectable()
export class AskRemoval {
  readonly #links = new RemovalLinkStore();

  constructor(
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
    private readonly tries: Tries,
    private readonly removals: Removals,
  ) {
    letters.write(removalLinkMail, {
      compose: (unit, { to, language, base }) => this.#compose(unit, to.address, language, base),
    });
  }

  /** @throws {AppError} `accounts.bad-user`, `accounts.too-many-tries` */
  async ask(email: string, language: 'en' | 'it', client: string): Promise<void> {
    const address = email.trim().toLowerCase();
    if (!isMailAddress(address)) throw badUser('email', 'it is no mail address: write name@example.org');
    await this.tries.count([
      { name: 'removal.asked', of: address, most: 3, windowSeconds: day },
      { name: 'removal.client', of: client, most: 20, windowSeconds: 3_600 },
      { name: 'removal.all', of: '', most: 100, windowSeconds: 60 },
    ]);
    const to = { name: address, address };
    await this.unitOfWork.run(systemScope(), (unit) =>
      putMail(unit, removalLinkMail, { to, language, content: {}, cause: newId() }),
    );
  }

  async #compose(unit: Unit, email: string, language: 'en' | 'it', base: string): Promise<Letter | Stop> {
    await reachEveryCluster(unit);
    const leaving = await this.removals.known(unit, email, language);
    if (leaving === undefined) return { stop: 'nothing-held' };
    return removalLinkLetter(await this.#links.make(unit, leaving), language, base);
  }
}
