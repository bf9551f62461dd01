import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { wrongSignIn } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { BeginSession } from '../sessions/begin-session.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from './user.store.js';

/** One's own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly proof: RecentProof,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditTrail,
  ) {}

  isSet({ user }: LiveSession): Promise<boolean> {
    return this.#as(async (unit) => (await this.users.credentials(unit, user.id)).passwordHash !== null);
  }

  /**
   * Every other session ends with it: the password alone, which may be stolen, is not enough where there is more.
   *
   * @param current the password until now; null where there was none, which asks for a recent proof instead
   * @throws {AppError} `accounts.wrong-sign-in`, `accounts.bad-password`, `accounts.too-many-tries`, and those of a
   *   recent proof
   */
  async change(session: LiveSession, current: string | null, next: string): Promise<void> {
    const { user, id } = session;
    await this.tries.count([{ name: 'password-change', of: user.id, most: 5, windowSeconds: 600 }]);
    const stored = await this.#as((unit) => this.users.credentials(unit, user.id));
    await this.#as((unit) =>
      stored.passwordHash === null
        ? this.proof.require(unit, session)
        : this.proof.requireFactors(unit, session),
    );
    if (stored.passwordHash !== null && !(await this.hasher.isRight(stored.passwordHash, current ?? '')))
      throw wrongSignIn();
    requireGoodPassword(next, { secondFactor: stored.totpKey !== null, about: [user.name, user.email] });
    const hash = await this.hasher.hash(next);
    await this.#as(async (unit) => {
      await this.users.setPassword(unit, user.id, hash);
      await this.beginning.endOthers(unit, session);
      await this.audit.record(unit, 'password.changed', { user: user.id });
      await tellAccount(unit, user, 'password-changed', id);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}
