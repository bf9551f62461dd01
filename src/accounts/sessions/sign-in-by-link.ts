import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isToken } from '../../platform/ids/secret-token.js';
import { wrongLink } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import type { Limit } from '../throttle/throttle.store.js';
import { Tries } from '../throttle/tries.js';
import { SignInLinkStore } from './sign-in-link.store.js';
import { BeginSession, type Client, type SignedIn } from './begin-session.js';

/** Signs people in by a link that they are sent: the mailbox is the factor shown, one of two where two are needed. */
@Injectable()
export class SignInByLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SignInLinkStore,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Sends a link, where there is such an account; the answer and its time say nothing of that.
   *
   * @throws {AppError} `accounts.too-many-tries`
   */
  async ask(email: string, client: Client): Promise<void> {
    const account = email.trim().toLowerCase();
    await this.tries.count(askLimits(account, client, await this.beginning.isKnown(account, client)));
    await this.unitOfWork.run(systemScope(), (unit) => this.links.ask(unit, account));
  }

  /**
   * Uses a link up. Looking at it, as mail scanners do, is not using it.
   *
   * @throws {AppError} `accounts.wrong-link`, `accounts.too-many-tries`
   */
  async use(token: string, client: Client): Promise<SignedIn> {
    await this.tries.count([
      { name: 'sign-in-link.use', of: client.address, most: 30, windowSeconds: 600 },
      { name: 'sign-in-link.use.all', of: '', most: 600, windowSeconds: 60 },
    ]);
    const user = await this.unitOfWork.run(systemScope(), async (unit) => {
      const found = isToken(token) ? await this.links.use(unit, token) : undefined;
      if (!found) await this.audit.record(unit, 'sign-in.refused', { user: null, via: 'link' });
      return found;
    });
    if (!user) throw wrongLink();
    return this.beginning.begin(user, { via: 'link', factors: 1 }, client);
  }
}

/** How many mails somebody may cause: whoever asks for others’ links does not use up those of a known browser. */
function askLimits(account: string, { address, deviceToken }: Client, known: boolean): Limit[] {
  if (known) return [{ name: 'sign-in-link.device', of: deviceToken ?? '', most: 5, windowSeconds: 900 }];
  return [
    { name: 'sign-in-link.pair', of: `${account} ${address}`, most: 3, windowSeconds: 900 },
    { name: 'sign-in-link.account', of: account, most: 10, windowSeconds: 3_600 },
    { name: 'sign-in-link.address', of: address, most: 30, windowSeconds: 3_600 },
    { name: 'sign-in-link.all', of: '', most: 300, windowSeconds: 60 },
  ];
}
