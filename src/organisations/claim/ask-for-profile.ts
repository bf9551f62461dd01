import { Injectable } from '@nestjs/common';

import {
  AskedInvitations,
  badUser,
  freeMailAddress,
  isMailAddress,
  personName,
  Throttle,
  tooManyTries,
} from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { newId, stableId } from '../../platform/ids/uuid.js';
import {
  defineMail,
  Letters,
  putMail,
  type Letter,
  type MailInHand,
  type Stop,
} from '../../platform/mail/index.js';
import { KnownWebsitesReadModel } from './known-websites.read-model.js';
import { domainOf, isFreeMail, profileAskedFor } from './mail-domain.js';

/** Somebody who asks to look after the profile of the organisation they work for. */
export interface AsksForProfile {
  readonly name: string;
  readonly email: string;
  /** what it is called */
  readonly organisation: string;
  readonly language: 'en' | 'it';
}

/** To whoever asked, at the address they gave: what proves that it is theirs. */
export const profileRequestMail = defineMail<Pick<AsksForProfile, 'name' | 'organisation'>>({
  name: 'profile-request',
  catalogue: 'M01',
  class: 'account',
  offersRemoval: true,
});

const day = 24 * 3_600;

/**
 * Whoever has an address at an organisation's own domain asks for its profile without having been invited. The same is put
 * among the mails whatever is known: whether anybody is meant is found when the mail is written, so that neither answers
 * nor times tell who is a member.
 */
@Injectable()
export class AskForProfile {
  readonly #websites = new KnownWebsitesReadModel();

  constructor(
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
    private readonly throttle: Throttle,
    private readonly asked: AskedInvitations,
  ) {
    letters.write(profileRequestMail, {
      compose: (unit, mail) => this.#compose(unit, mail),
      ended: (unit, { id, state }) => this.asked.mailed(unit, requestOf(id), state),
    });
  }

  /** @throws {AppError} `accounts.bad-user`, `accounts.free-mail-address`, `accounts.too-many-tries` */
  async ask({ language, ...asks }: AsksForProfile, client: string): Promise<void> {
    const address = asks.email.trim().toLowerCase();
    if (!isMailAddress(address)) throw badUser('email', 'it is no mail address: write name@example.org');
    const [name, organisation] = [personName(asks.name), personName(asks.organisation)];
    // it is read by whoever owns the address, and was written by who knows whom
    if (/[@/:]/u.test(name)) throw badUser('name', 'write a name, without @ / :');
    const wait = await this.throttle.tryOnce([
      { name: 'profile.asked', of: address, most: 3, windowSeconds: day },
      { name: 'profile.client', of: client, most: 20, windowSeconds: 3_600 },
      { name: 'profile.all', of: '', most: 100, windowSeconds: 60 },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    const domain = domainOf(address);
    if (isFreeMail(domain)) throw freeMailAddress(domain);
    const to = { name, address };
    await this.unitOfWork.run(systemScope(), (unit) =>
      putMail(unit, profileRequestMail, { to, language, content: { name, organisation }, cause: newId() }),
    );
  }

  async #compose(
    unit: Unit,
    { id, content, language, to, base }: MailInHand<Pick<AsksForProfile, 'name' | 'organisation'>>,
  ): Promise<Letter | Stop> {
    const domain = domainOf(to.address);
    const meant = profileAskedFor(domain, await this.#websites.near(unit, domain, content.organisation));
    if (meant === null) return { stop: 'nobody-meant' };
    return this.asked.letter(unit, {
      ...meant,
      ...{ id: requestOf(id), name: content.name, email: to.address, language, base },
    });
  }
}

/** Where its mail has to be tried again, it is the same request. */
const requestOf = (mail: string): string => stableId('profile-request', mail);
