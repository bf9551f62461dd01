import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { totpInForce, tooManyTries, wrongCode, wrongSignIn } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { base32, matchingStep, newTotpKey, totpAddress } from '../passwords/totp.js';
import { SessionStore, type LiveSession } from '../sessions/session.store.js';
import { Throttle } from '../throttle/throttle.store.js';
import { UserStore } from './user.store.js';

/** What one changes about how one proves who one is. Every other session ends with each change. */
@Injectable()
export class OwnCredentials {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly throttle: Throttle,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param current the password until now; null where there was none
   * @throws {AppError} `accounts.wrong-sign-in`, `accounts.bad-password`, `accounts.too-many-tries`
   */
  async changePassword({ user, id }: LiveSession, current: string | null, next: string): Promise<void> {
    const wait = await this.throttle.tryOnce([
      { name: 'password-change', of: user.id, most: 5, windowSeconds: 600 },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    const stored = await this.#as((unit) => this.users.credentials(unit, user.id));
    const first = stored.passwordHash === null;
    if (!first && !(await this.hasher.isRight(stored.passwordHash, current ?? ''))) throw wrongSignIn();
    requireGoodPassword(next, { secondFactor: stored.totpKey !== null, about: [user.name, user.email] });
    const hash = await this.hasher.hash(next);
    await this.#as(async (unit) => {
      await this.users.setPassword(unit, user.id, hash);
      await this.sessions.endAll(unit, user.id, id);
      await this.audit.record(unit, 'password.changed', { user: user.id });
      await tellAccount(unit, user, 'password-changed', id);
    });
  }

  /**
   * A key for an authenticator app; it counts once a code of it has been sent.
   *
   * @throws {AppError} `accounts.totp-in-force`
   */
  async proposeTotp({ user }: LiveSession): Promise<{ key: string; address: string }> {
    const key = newTotpKey();
    const proposed = await this.#as((unit) => this.users.proposeTotp(unit, user.id, key));
    if (!proposed) throw totpInForce();
    return { key: base32(key), address: totpAddress(key, user.email) };
  }

  /**
   * Puts the second factor in force. Whoever has just shown a code of it has shown both factors.
   *
   * @returns the session's new token
   * @throws {AppError} `accounts.wrong-code`, `accounts.totp-in-force`, `accounts.too-many-tries`
   */
  async confirmTotp({ user, id }: LiveSession, code: string): Promise<string> {
    const wait = await this.throttle.tryOnce([
      { name: 'second-factor', of: user.id, most: 10, windowSeconds: 600 },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    return this.#as(async (unit) => {
      const pending = await this.users.pendingTotp(unit, user.id);
      if (pending?.confirmed) throw totpInForce();
      const step = pending ? matchingStep(pending.key, code, this.clock.now(), null) : null;
      if (step === null || !(await this.users.takeTotpStep(unit, user.id, step))) throw wrongCode();
      await this.sessions.endAll(unit, user.id, id);
      await this.audit.record(unit, 'second-factor.set-up', { user: user.id });
      await tellAccount(unit, user, 'second-factor-set-up', id);
      return this.sessions.rotate(unit, id, 2);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}
