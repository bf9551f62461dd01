import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isToken } from '../../platform/ids/secret-token.js';
import { AuditTrail } from '../audit-trail.store.js';
import { SignInLinkStore } from '../sessions/sign-in-link.store.js';
import { Throttle } from '../throttle/throttle.store.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from '../users/user.store.js';
import { InvitationStore, type OpenInvitation } from './invitation.store.js';

const day = 24 * 3_600;

/**
 * Sends a new link in place of one that has ended or was used, to the address it was made for and to no other: whoever
 * found an old mail gets nothing. The answer is the same whatever stands behind the link.
 */
@Injectable()
export class RenewInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly links: SignInLinkStore,
    private readonly users: UserStore,
    private readonly tries: Tries,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param language of the new invitation; null: of the old one
   * @param address of whoever asks, who is limited; so is each invitation, without a word about it
   * @throws {AppError} `accounts.too-many-tries`
   */
  async ask(token: string, language: 'en' | 'it' | null, address: string): Promise<void> {
    await this.tries.count([
      { name: 'invitation.renew', of: address, most: 30, windowSeconds: 3_600 },
      { name: 'invitation.renew.all', of: '', most: 300, windowSeconds: 60 },
    ]);
    const found = isToken(token)
      ? await this.unitOfWork.run(systemScope(), (unit) => this.invitations.byToken(unit, token))
      : undefined;
    if (!found || !(found.confirmed || found.ended) || (await this.#isTooSoon(found))) return;
    await (found.confirmed ? this.#signIn(found) : this.#inviteAgain(found, language ?? found.language));
  }

  /** By the person at the organisation, not the link: each link sent anew makes one more to ask with. */
  async #isTooSoon({ contact }: OpenInvitation): Promise<boolean> {
    const wait = await this.throttle.tryOnce([
      { name: 'invitation.renewed', of: contact, most: 1, windowSeconds: 600 },
      { name: 'invitation.renewed', of: contact, most: 3, windowSeconds: day },
    ]);
    return wait !== null;
  }

  /** Who has confirmed has an account: the link they need is one that signs in. */
  async #signIn({ email }: OpenInvitation): Promise<void> {
    await this.unitOfWork.run(systemScope(), async (unit) => {
      if (await this.users.byEmail(unit, email)) await this.links.ask(unit, email);
    });
  }

  async #inviteAgain(old: OpenInvitation, language: 'en' | 'it'): Promise<void> {
    const { cluster, organisation } = old;
    await this.unitOfWork.run(systemScope([cluster]), async (unit) => {
      if (!(await this.invitations.isMember(unit, cluster, organisation))) return;
      const invitation = await this.invitations.add(unit, { ...old, language });
      const subject = { invitation, inPlaceOf: old.id };
      await this.audit.record(unit, 'invitation.renewed', subject, { cluster, organisation });
    });
  }
}
