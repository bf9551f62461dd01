import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { isToken } from '../../platform/ids/secret-token.js';
import { tooManyTries, wrongCode, wrongSignIn } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { matchingStep } from '../passwords/totp.js';
import { Throttle, type Limit } from '../throttle/throttle.store.js';
import { isStaff, needsSecondFactor, type User, type UserId } from '../users/user.js';
import { UserStore } from '../users/user.store.js';
import { memberLife, SessionStore, staffLife, type LiveSession, type NewSession } from './session.store.js';

/** Where a sign-in comes from. */
export interface Client {
  readonly address: string;
  /** the browser's name for itself */
  readonly device: string | null;
  /** the cookie that says it has signed in before */
  readonly deviceToken: string | null;
}

/** A session has begun: what goes into the browser's cookies, and whether a code is still asked for. */
export interface SignedIn {
  readonly user: User;
  readonly token: string;
  readonly life: NewSession['life'];
  /** null where the device is known already */
  readonly deviceToken: string | null;
  readonly secondFactor: 'shown' | 'asked' | 'to-be-set-up' | 'not-needed';
}

/**
 * Signs people in. Guessing is slowed down per account, address and in all, never by locking an account: a browser
 * that has signed in before has counts of its own, so others' guesses do not keep its owner out.
 */
@Injectable()
export class SignIn {
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
   * The answer and its time are the same whether there is such an account or not.
   *
   * @throws {AppError} `accounts.wrong-sign-in`, `accounts.too-many-tries`
   */
  async withPassword(email: string, password: string, client: Client): Promise<SignedIn> {
    const account = email.trim().toLowerCase();
    const known = await this.isKnown(account, client);
    const limits = passwordLimits(account, client, known);
    await this.#count(limits);
    const found = await this.#as((unit) => this.users.withPassword(unit, account));
    const right = await this.hasher.isRight(found?.passwordHash ?? null, password);
    if (!found || !right) {
      await this.#as((unit) => this.audit.record(unit, 'sign-in.refused', { user: found?.user.id ?? null }));
      throw wrongSignIn();
    }
    await this.throttle.forgive(limits);
    if (this.hasher.isOutdated(found.passwordHash ?? '')) {
      const fresh = await this.hasher.hash(password);
      await this.#as((unit) => this.users.setPassword(unit, found.user.id, fresh));
    }
    return this.begin(found.user, 'password', client, known);
  }

  /**
   * Begins a session for somebody who has shown one factor. Who has signed in before, and never from this browser, is
   * told so by mail.
   */
  async begin(user: User, via: NewSession['via'], client: Client, known: boolean): Promise<SignedIn> {
    return this.#as(async (unit) => {
      const grants = await this.users.grants(unit, user.id);
      const { totpKey } = await this.users.credentials(unit, user.id);
      const life = isStaff(grants) ? staffLife : memberLife;
      const device = client.device?.slice(0, 200) ?? null;
      // the demonstration's people, whose password everybody knows, are gone once somebody real is in charge
      const factors = user.demo ? 2 : 1;
      const { id, token } = await this.sessions.open(unit, { user: user.id, factors, via, device, life });
      if (!known && (await this.sessions.anyDevice(unit, user.id)))
        await tellAccount(unit, user, 'new-device', id);
      const deviceToken = known ? null : await this.sessions.rememberDevice(unit, user.id);
      await this.audit.record(unit, 'sign-in.begun', { user: user.id, via, knownDevice: known });
      const needs = grants.some(({ role }) => needsSecondFactor.includes(role));
      const wanted = needs && !user.demo ? 'to-be-set-up' : 'not-needed';
      return { user, token, life, deviceToken, secondFactor: totpKey ? 'asked' : wanted };
    });
  }

  /**
   * Takes the second factor: the session goes on under a new token, with all its user's rights.
   *
   * @throws {AppError} `accounts.wrong-code`, `accounts.too-many-tries`
   */
  async withCode(session: LiveSession, code: string): Promise<{ token: string; life: NewSession['life'] }> {
    const { user, grants } = session;
    await this.#count(codeLimits(user.id));
    return this.#as(async (unit) => {
      const { totpKey, totpStep } = await this.users.credentials(unit, user.id);
      const step = totpKey && matchingStep(totpKey, code, this.clock.now(), totpStep);
      if (step === null || !(await this.users.takeTotpStep(unit, user.id, step))) throw wrongCode();
      const token = await this.sessions.rotate(unit, session.id, 2);
      await this.audit.record(unit, 'sign-in.second-factor', { user: user.id });
      return { token, life: isStaff(grants) ? staffLife : memberLife };
    });
  }

  /** Whether that account has signed in from this browser before. */
  async isKnown(account: string, { deviceToken }: Client): Promise<boolean> {
    return this.#as(async (unit) => {
      const user = await this.users.byEmail(unit, account);
      if (!user || deviceToken === null || !isToken(deviceToken)) return false;
      return this.sessions.knowsDevice(unit, user.id, deviceToken);
    });
  }

  async #count(limits: readonly Limit[]): Promise<void> {
    const wait = await this.throttle.tryOnce(limits);
    if (wait === null) return;
    throw tooManyTries(wait);
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

/** A million codes, three of them good at a time: 60 tries a day find one in five years on average. */
const codeLimits = (user: UserId): Limit[] => [
  { name: 'second-factor', of: user, most: 10, windowSeconds: 10 * minute },
  { name: 'second-factor', of: user, most: 60, windowSeconds: 24 * hour },
];
