import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notLinked } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { BeginSession, type Client, type SignedIn } from '../sessions/begin-session.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from '../users/user.store.js';
import { LinkedIdentityStore } from './linked-identity.store.js';
import { ProviderQuestions, type Asked, type ProviderAnswer } from './provider-questions.js';

/**
 * Signs people in by a provider's word. Only a linked identity does: it is an issuer and its name for somebody, never a
 * mail address, which anybody can have written into an account elsewhere.
 */
@Injectable()
export class SignInByProvider {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: ProviderQuestions,
    private readonly identities: LinkedIdentityStore,
    private readonly users: UserStore,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `accounts.provider-not-found`, `accounts.provider-away`, `accounts.too-many-tries` */
  async ask(name: string, client: Client): Promise<Asked> {
    await this.tries.nameless(client.address);
    return this.questions.ask(name, null);
  }

  /** @throws {AppError} `accounts.not-linked` */
  async begin({ provider, identity }: ProviderAnswer, client: Client): Promise<SignedIn> {
    const user = await this.unitOfWork.run(systemScope(), async (unit) => {
      const id = await this.identities.use(unit, identity);
      const found = id === undefined ? undefined : await this.users.byId(unit, id);
      if (!found) await this.audit.record(unit, 'sign-in.refused', { user: null, via: 'provider' });
      return found;
    });
    if (!user) throw notLinked(provider.title);
    return this.beginning.begin(user, { via: 'provider', factors: identity.twoFactors ? 2 : 1 }, client);
  }
}
