import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { wrongCode, wrongSignIn } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { matchingStep } from '../passwords/totp.js';
import type { Limit } from '../throttle/throttle.store.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from '../users/user.store.js';
import { BeginSession, type Client, type Raised, type SignedIn } from './begin-session.js';
import type { LiveSession } from './session.store.js';

/**
 * Signs people in with a password and a code. Guessing is slowed down per account, address and in all, never by locking
 * an account: a browser that has signed in before has counts of its own, so others' guesses do not keep its owner out.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer and its time are the same whether there is such an account or not.
   *
   * @throws {AppError} `accounts.wrong-sign-in`, `accounts.too-many-tries`
   */
  async withPassword(email: string, password: string, client: Client): Promise<SignedIn> {
    const account = email.trim().toLowerCase();
    const limits = passwordLimits(account, client, await this.beginning.isKnown(account, client));
    await this.tries.count(limits);
    const found = await this.#as((unit) => this.users.withPassword(unit, account));
    const right = await this.hasher.isRight(found?.passwordHash ?? null, password);
    if (!found || !right) {
      await this.#as((unit) => this.audit.record(unit, 'sign-in.refused', { user: found?.user.id ?? null }));
      throw wrongSignIn();
    }
    await this.tries.forgive(limits);
    if (this.hasher.isOutdated(found.passwordHash ?? '')) {
      const fresh = await this.hasher.hash(password);
      await this.#as((unit) => this.users.setPassword(unit, found.user.id, fresh));
    }
    return this.beginning.begin(found.user, { via: 'password', factors: 1 }, client);
  }

  /**
   * Takes the second factor: the session goes on under a new token, with all its user's rights.
   *
   * @throws {AppError} `accounts.wrong-code`, `accounts.too-many-tries`
   */
  async withCode(session: LiveSession, code: string): Promise<Raised> {
    const { user } = session;
    await this.tries.factor(user.id);
    return this.#as(async (unit) => {
      const { totpKey, totpStep } = await this.users.credentials(unit, user.id);
      const step = totpKey && matchingStep(totpKey, code, this.clock.now(), totpStep);
      if (step === null || !(await this.users.takeTotpStep(unit, user.id, step))) throw wrongCode();
      return this.beginning.raise(unit, session);
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}

const minute = 60;
const hour = 3_600;

/** What a password may be tried how often. The longer it goes on, the longer the wait: a minute, then an hour. */
function passwordLimits(account: string, { address, deviceToken }: Client, known: boolean): Limit[] {
  if (known) return [{ name: 'sign-in.device', of: deviceToken ?? '', most: 10, windowSeconds: 10 * minute }];
  const both = `${account} ${address}`;
  return [
    { name: 'sign-in.pair', of: both, most: 5, windowSeconds: minute },
    { name: 'sign-in.pair', of: both, most: 20, windowSeconds: hour },
    { name: 'sign-in.account', of: account, most: 60, windowSeconds: hour },
    { name: 'sign-in.address', of: address, most: 100, windowSeconds: hour },
    { name: 'sign-in.all', of: '', most: 600, windowSeconds: minute },
  ];
}
