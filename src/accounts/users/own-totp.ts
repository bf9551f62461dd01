import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { totpInForce, wrongCode } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { base32, matchingStep, newTotpKey, totpAddress } from '../passwords/totp.js';
import { BeginSession, type Raised } from '../sessions/begin-session.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from './user.store.js';

/** Setting an authenticator app up as one's second factor. */
@Injectable()
export class OwnTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly proof: RecentProof,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A key for an authenticator app; it counts once a code of it has been sent.
   *
   * @throws {AppError} `accounts.totp-in-force`, `accounts.sign-in-again`, `accounts.second-factor-needed`
   */
  async propose(session: LiveSession): Promise<{ key: string; address: string }> {
    const { user } = session;
    const key = newTotpKey();
    const proposed = await this.#as(async (unit) => {
      if ((await this.proof.require(unit, session)).totp) return false;
      return this.users.proposeTotp(unit, user.id, key);
    });
    if (!proposed) throw totpInForce();
    return { key: base32(key), address: totpAddress(key, user.email) };
  }

  /**
   * Puts the second factor in force. Whoever has just shown a code of it has shown both factors, unless another one
   * came meanwhile: a key that was proposed before that is no way round it.
   *
   * @throws {AppError} `accounts.wrong-code`, `accounts.totp-in-force`, `accounts.too-many-tries`, and those of a recent
   *   proof
   */
  async confirm(session: LiveSession, code: string): Promise<Raised> {
    const { user, id } = session;
    await this.tries.factor(user.id);
    return this.#as(async (unit) => {
      const pending = await this.users.pendingTotp(unit, user.id);
      if (pending?.confirmed) throw totpInForce();
      await this.proof.require(unit, session);
      const step = pending ? matchingStep(pending.key, code, this.clock.now(), null) : null;
      if (step === null || !(await this.users.takeTotpStep(unit, user.id, step))) throw wrongCode();
      await this.beginning.endOthers(unit, session);
      await this.audit.record(unit, 'second-factor.set-up', { user: user.id });
      await tellAccount(unit, user, 'second-factor-set-up', id);
      return this.beginning.raise(unit, session);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}
