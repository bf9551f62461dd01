import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { identityNotFound, identityTaken } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { BeginSession } from '../sessions/begin-session.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import { LinkedIdentityStore, type LinkedIdentity } from './linked-identity.store.js';
import { ProviderQuestions, type Asked, type ProviderAnswer } from './provider-questions.js';

/** Who one is elsewhere: whoever links an identity has just signed in here and there. */
@Injectable()
export class OwnIdentities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: ProviderQuestions,
    private readonly identities: LinkedIdentityStore,
    private readonly proof: RecentProof,
    private readonly beginning: BeginSession,
    private readonly audit: AuditTrail,
  ) {}

  list({ user }: LiveSession): Promise<LinkedIdentity[]> {
    return this.#as((unit) => this.identities.list(unit, user.id));
  }

  /** @throws {AppError} `accounts.provider-not-found`, `accounts.provider-away`, and those of a recent proof */
  async askToLink(session: LiveSession, name: string): Promise<Asked> {
    await this.#as((unit) => this.proof.require(unit, session));
    return this.questions.ask(name, session.user.id);
  }

  /** @throws {AppError} `accounts.identity-taken`, and those of a recent proof */
  async link(session: LiveSession, { provider, identity }: ProviderAnswer): Promise<void> {
    const { user, id } = session;
    await this.#as(async (unit) => {
      await this.proof.require(unit, session);
      if (!(await this.identities.link(unit, user.id, provider.name, identity))) throw identityTaken();
      await this.beginning.endOthers(unit, session);
      await this.audit.record(unit, 'identity.linked', { user: user.id, provider: provider.name });
      await tellAccount(unit, user, 'identity-linked', id);
    });
  }

  /** @throws {AppError} `accounts.identity-not-found`, and those of a recent proof */
  async unlink(session: LiveSession, identity: string): Promise<void> {
    const { user, id } = session;
    await this.#as(async (unit) => {
      await this.proof.require(unit, session);
      if (!(await this.identities.unlink(unit, user.id, identity))) throw identityNotFound();
      await this.beginning.endOthers(unit, session);
      await this.audit.record(unit, 'identity.unlinked', { user: user.id, identity });
      await tellAccount(unit, user, 'identity-unlinked', id);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}
