import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { lastSecondFactor, noSecondFactor, passkeyNotFound, wrongCode } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { base32 } from '../passwords/totp.js';
import { RecoveryCodeStore } from '../recovery/recovery-code.store.js';
import { BeginSession, type Raised } from '../sessions/begin-session.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import { Tries } from '../throttle/tries.js';
import { anySecondFactor, SecondFactorStore, type SecondFactors } from './second-factor.store.js';
import { needsSecondFactor } from './user.js';

const recoveryCodes = 10;

/** What one has as a second factor: taking one away, and codes for the day on which it is lost. */
@Injectable()
export class OwnSecondFactors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorStore,
    private readonly codes: RecoveryCodeStore,
    private readonly proof: RecentProof,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly audit: AuditTrail,
  ) {}

  held({ user }: LiveSession): Promise<SecondFactors> {
    return this.#as((unit) => this.factors.held(unit, user.id));
  }

  /** @throws {AppError} `accounts.last-second-factor`, `accounts.no-second-factor`, and those of a recent proof */
  async removeTotp(session: LiveSession): Promise<void> {
    await this.#remove(session, async (unit, held) => {
      requireAnother(session, { ...held, totp: false });
      if (!(await this.factors.removeTotp(unit, session.user.id))) throw noSecondFactor();
      await this.audit.record(unit, 'second-factor.removed', { user: session.user.id });
      await tellAccount(unit, session.user, 'second-factor-removed', session.id);
    });
  }

  /** @throws {AppError} `accounts.last-second-factor`, `accounts.passkey-not-found`, and those of a recent proof */
  async removePasskey(session: LiveSession, id: string): Promise<void> {
    await this.#remove(session, async (unit, held) => {
      if (!(await this.factors.removePasskey(unit, session.user.id, id))) throw passkeyNotFound();
      requireAnother(session, { ...held, passkeys: held.passkeys - 1 });
      await this.audit.record(unit, 'passkey.removed', { user: session.user.id, passkey: id });
      await tellAccount(unit, session.user, 'passkey-removed', session.id);
    });
  }

  /**
   * Ten codes, shown this once; those from before no longer work.
   *
   * @throws {AppError} `accounts.no-second-factor`, and those of a recent proof
   */
  async makeRecoveryCodes(session: LiveSession): Promise<readonly string[]> {
    const { user, id } = session;
    const made = Array.from({ length: recoveryCodes }, () => base32(randomBytes(10)));
    await this.#as(async (unit) => {
      const held = await this.proof.require(unit, session);
      if (!anySecondFactor(held)) throw noSecondFactor();
      await this.codes.replace(unit, user.id, made);
      await this.audit.record(unit, 'recovery-codes.made', { user: user.id });
      await tellAccount(unit, user, 'recovery-codes-made', id);
    });
    return made.map((code) => (code.match(/.{4}/g) ?? []).join('-'));
  }

  /** A recovery code in the place of the second factor. @throws {AppError} `accounts.wrong-code`, `accounts.too-many-tries` */
  async useRecoveryCode(session: LiveSession, code: string): Promise<Raised> {
    const { user, id } = session;
    await this.tries.factor(user.id);
    const plain = code.toUpperCase().replace(/[^A-Z2-7]/g, '');
    return this.#as(async (unit) => {
      if (!(await this.codes.use(unit, user.id, plain))) throw wrongCode();
      await this.audit.record(unit, 'recovery-code.used', { user: user.id });
      await tellAccount(unit, user, 'recovery-code-used', id);
      return this.beginning.raise(unit, session);
    });
  }

  /** Every other session ends: what it was opened with may be what is taken away. */
  async #remove(
    session: LiveSession,
    remove: (unit: Unit, held: SecondFactors) => Promise<void>,
  ): Promise<void> {
    const { user } = session;
    await this.#as(async (unit) => {
      const held = await this.proof.require(unit, session);
      await remove(unit, held);
      if (!anySecondFactor(await this.factors.held(unit, user.id))) await this.codes.remove(unit, user.id);
      await this.beginning.endOthers(unit, session);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}

/** Officers, managers and operators keep one: without it they would have no rights, and nobody to give them back. */
function requireAnother({ grants }: LiveSession, left: SecondFactors): void {
  const needed = grants.some(({ role }) => needsSecondFactor.includes(role));
  if (needed && !anySecondFactor(left)) throw lastSecondFactor();
}
