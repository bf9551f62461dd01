import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { isToken } from '../../platform/ids/secret-token.js';
import {
  badUser,
  contactLocked,
  invitationEnded,
  invitationNotFound,
  notAMember,
  personRemoved,
  tooManyTries,
} from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { BeginSession, type Client, type SignedIn } from '../sessions/begin-session.js';
import { Throttle } from '../throttle/throttle.store.js';
import { isMailAddress } from '../users/mail-address.js';
import { personName } from '../users/person-name.js';
import type { User } from '../users/user.js';
import { UserStore } from '../users/user.store.js';
import { noticeVersion } from './invitation-mail.js';
import { Removals } from './removal/removals.js';
import { InvitationStore, type NewInvitation, type OpenInvitation } from './invitation.store.js';

/** Whom somebody invites, and how they are called. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'it';
}

export type Digest = 'weekly' | 'at-once' | 'monthly' | 'never';

const day = 24 * 3_600;

/** How people come in, look after what is theirs, and go. */
@Injectable()
export class People {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly users: UserStore,
    private readonly beginning: BeginSession,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
    private readonly removals: Removals,
  ) {}

  /**
   * An officer asks somebody to look after the profile of a member.
   *
   * @throws {AppError} `accounts.not-a-member`, `accounts.bad-user`, `accounts.person-removed`, `accounts.too-many-tries`
   */
  async invite(scope: Scope, organisation: string, invited: Invited): Promise<string> {
    const cluster = await this.unitOfWork.run(scope, async (unit) => {
      for (const own of scope.clusters)
        if (await this.invitations.isMember(unit, own, organisation)) return own;
      throw notAMember();
    });
    return this.#add(scope, {
      ...plain(invited),
      cluster,
      organisation,
      role: 'committer',
      source: 'officer',
    });
  }

  /** Somebody of an organisation makes a colleague an editor. */
  async inviteColleague(scope: Scope, invited: Invited): Promise<string> {
    const { organisation } = scope;
    if (organisation === undefined) throw notAMember();
    const cluster = await this.unitOfWork.run(scope, (unit) =>
      this.invitations.clusterOf(unit, organisation),
    );
    if (cluster === null) throw notAMember();
    return this.#add(scope, {
      ...plain(invited),
      cluster,
      organisation,
      role: 'editor',
      source: 'colleague',
    });
  }

  /**
   * Nobody writes down again who asked not to be here.
   *
   * @throws {AppError} `accounts.person-removed`
   */
  async mustBeWelcome(email: string): Promise<void> {
    if (await this.unitOfWork.run(systemScope(), (unit) => this.invitations.isErased(unit, email)))
      throw personRemoved();
  }

  /**
   * What a link leads to. Looking changes nothing: mail scanners look too.
   *
   * @throws {AppError} `accounts.invitation-not-found`, `accounts.invitation-ended`
   */
  async open(token: string): Promise<OpenInvitation> {
    const found = await this.#find(token);
    if (found.confirmed || found.ended) throw invitationEnded();
    return found;
  }

  /**
   * The person says yes: they get an account with the role they were invited to, and are signed in.
   *
   * @param along what is done in the same transaction, in the service's scope over the cluster that invited
   */
  async confirm(
    token: string,
    digest: Digest | null,
    client: Client,
    along: (unit: Unit, invitation: OpenInvitation) => Promise<void> = async () => undefined,
  ): Promise<SignedIn> {
    const invitation = await this.open(token);
    const user = await this.unitOfWork.run(systemScope([invitation.cluster]), async (unit) => {
      if (!(await this.invitations.confirm(unit, invitation.id))) throw invitationEnded();
      const account =
        (await this.users.byEmail(unit, invitation.email)) ?? (await this.#create(unit, invitation));
      const { role, organisation } = invitation;
      await this.users.grant(unit, account.id, { role, cluster: null, organisation });
      await this.invitations.consent(unit, account.id, 'account', noticeVersion);
      // nothing is taken for granted: without a choice there is no digest, and "never" is no consent
      if (digest !== null && digest !== 'never')
        await this.invitations.consent(unit, account.id, `digest-${digest}`, noticeVersion);
      // from here on it is theirs what is done
      const theirs = { ...unit, scope: { ...unit.scope, user: account.id } };
      await this.audit.record(
        theirs,
        'invitation.confirmed',
        { invitation: invitation.id, user: account.id },
        { cluster: invitation.cluster, organisation },
      );
      await along(theirs, invitation);
      return account;
    });
    return this.beginning.begin(user, { via: 'link', factors: 1 }, client);
  }

  /**
   * The person says no, by the link of an invitation or of any mail to people without an account: they are erased, without
   * signing in, and cannot be written to again.
   */
  async removeByLink(token: string): Promise<void> {
    const leaving =
      (await this.#byToken(token)) ?? (isToken(token) ? await this.removals.byLink(token) : undefined);
    if (!leaving) throw invitationNotFound();
    await this.removals.person(leaving);
  }

  /** "Remove our company": the same for the organisation that the invitation is about. */
  async removeOrganisationByLink(token: string): Promise<void> {
    await this.removals.organisation(await this.#find(token));
  }

  /** The person who is signed in goes. */
  async remove(user: User): Promise<void> {
    await this.removals.person(user);
  }

  async #add(scope: Scope, invitation: NewInvitation): Promise<string> {
    const wait = await this.throttle.tryOnce([
      { name: 'invitations', of: scope.user ?? '', most: 100, windowSeconds: day },
      { name: 'invited', of: invitation.email, most: 3, windowSeconds: day },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    return this.#as(scope.user, async (unit) => {
      if (await this.invitations.isErased(unit, invitation.email)) throw personRemoved();
      if (await this.invitations.isLocked(unit, invitation)) throw contactLocked();
      const id = await this.invitations.add(unit, invitation);
      const { cluster, organisation } = invitation;
      await this.audit.record(unit, 'person.invited', { invitation: id }, { cluster, organisation });
      return id;
    });
  }

  async #create(unit: Unit, { email, name, language }: OpenInvitation): Promise<User> {
    return this.users.add(unit, { email, name, language, demo: false });
  }

  async #find(token: string): Promise<OpenInvitation> {
    const found = await this.#byToken(token);
    if (!found) throw invitationNotFound();
    return found;
  }

  async #byToken(token: string): Promise<OpenInvitation | undefined> {
    if (!isToken(token)) return undefined;
    return this.unitOfWork.run(systemScope(), (unit) => this.invitations.byToken(unit, token));
  }

  #as<T>(user: string | undefined, work: (unit: Unit) => Promise<T>): Promise<T> {
    const by = user === undefined ? {} : { user };
    return this.unitOfWork.run({ ...systemScope(), ...by }, work);
  }
}

function plain({ name, email, language }: Invited): Invited {
  const address = email.trim().toLowerCase();
  if (!isMailAddress(address)) throw badUser('email', 'it is no mail address: write name@example.org');
  return { name: personName(name), email: address, language };
}
