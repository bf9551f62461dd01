import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { Letter, Stop } from '../../platform/mail/index.js';
import { askNotFound } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { AskedInvitationStore, type AskedInvitation } from './asked-invitation.store.js';
import { invitationLetter } from './invitation-mail.js';
import { InvitationStore } from './invitation.store.js';

type Place = { readonly cluster: string; readonly organisation: string };

/** Whoever asks for a profile by themselves: written to at once where their address says enough, or when an officer agrees. */
@Injectable()
export class AskedInvitations {
  readonly #asked = new AskedInvitationStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The mail to whoever asked, which proves that the address is theirs; none where an officer is to decide first.
   *
   * @param id   the same again is the same request
   * @param sure nobody has to look at it
   */
  async letter(
    unit: Unit,
    { id, sure, base, ...asked }: AskedInvitation & { id: string; sure: boolean; base: string },
  ): Promise<Letter | Stop> {
    const { cluster, organisation } = asked;
    if (await this.invitations.isLocked(unit, { ...asked, role: 'editor', source: 'self' }))
      return { stop: 'locked' };
    const added = await this.#asked.add(unit, { ...asked, id, state: sure ? 'due' : 'waiting' });
    if (added)
      await this.audit.record(unit, 'profile.asked-for', { invitation: id, sure }, { cluster, organisation });
    const taken = sure ? await this.invitations.takeForMail(unit, id) : undefined;
    return taken ? invitationLetter(taken.invitation, taken.token, base) : { stop: 'asks-an-officer' };
  }

  /** What became of that mail. */
  mailed(unit: Unit, id: string, state: 'sent' | 'failed' | 'unknown'): Promise<void> {
    return this.invitations.mailed(unit, id, state);
  }

  /** An officer agrees: the invitation goes out. @throws {AppError} `accounts.ask-not-found` */
  approve(scope: Scope, id: string): Promise<void> {
    return this.#decide(scope, id, 'profile.ask-approved', (unit) => this.#asked.approve(unit, id));
  }

  /** An officer does not: nothing is kept, and nobody is written to. @throws {AppError} `accounts.ask-not-found` */
  decline(scope: Scope, id: string): Promise<void> {
    return this.#decide(scope, id, 'profile.ask-declined', (unit) => this.#asked.decline(unit, id));
  }

  async #decide(
    scope: Scope,
    id: string,
    action: string,
    work: (unit: Unit) => Promise<Place | undefined>,
  ): Promise<void> {
    const mine = await this.unitOfWork.run(scope, (unit) => this.invitations.isOwn(unit, id));
    if (!mine) throw askNotFound();
    const by = scope.user === undefined ? {} : { user: scope.user };
    await this.unitOfWork.run({ ...systemScope(scope.clusters), ...by }, async (unit) => {
      const place = await work(unit);
      if (!place) throw askNotFound();
      await this.audit.record(unit, action, { invitation: id }, place);
    });
  }
}
