import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { badUser } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { requireGoodPassword } from '../passwords/password-rules.js';
import { SessionStore } from '../sessions/session.store.js';
import { isMailAddress } from './mail-address.js';
import { personName } from './person-name.js';
import { isStaff, type Grant, type User } from './user.js';
import { UserStore } from './user.store.js';

/** What is said of a new account. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly language: 'en' | 'it';
  /** null: they set one later, or sign in by link */
  readonly password: string | null;
  readonly grants: readonly Grant[];
  readonly demo: boolean;
}

/** Makes accounts, and takes their secrets away when somebody has lost them. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param by who makes it, for the audit trail: id of an account, `terminal`
   * @throws {AppError} `accounts.bad-user`, `accounts.bad-password`, `accounts.email-taken`
   */
  async create(by: string, input: NewUser): Promise<User> {
    const user = toUser(input);
    const hash = await this.#hashed(input.password, user, isStaff(input.grants));
    return this.unitOfWork.run(servedFor(by), async (unit) => {
      const created = await this.users.add(unit, user);
      for (const grant of input.grants) await this.users.grant(unit, created.id, grant);
      if (hash !== null) await this.users.setPassword(unit, created.id, hash);
      // everybody knows the password of the demonstration's people: they go as soon as somebody real is in charge
      if (!user.demo && isStaff(input.grants)) await this.users.removeDemo(unit);
      await this.audit.record(unit, 'user.created', { user: created.id, demo: user.demo });
      return created;
    });
  }

  /** Forgets password and second factor, gives a new password where one is said, and signs the person out everywhere. */
  async reset(by: string, user: User, password: string | null): Promise<void> {
    const scope = servedFor(by);
    const grants = await this.unitOfWork.run(scope, (unit) => this.users.grants(unit, user.id));
    const hash = await this.#hashed(password, user, isStaff(grants));
    await this.unitOfWork.run(scope, async (unit) => {
      await this.users.forgetSecrets(unit, user.id);
      if (hash !== null) await this.users.setPassword(unit, user.id, hash);
      await this.sessions.endAll(unit, user.id);
      await this.audit.record(unit, 'user.reset', { user: user.id });
      await tellAccount(unit, user, 'credentials-reset');
    });
  }

  async #hashed(password: string | null, user: Omit<User, 'id'>, staff: boolean): Promise<string | null> {
    if (password === null) return null;
    requireGoodPassword(password, { secondFactor: staff, about: [user.name, user.email] });
    return this.hasher.hash(password);
  }
}

/** Only the service itself writes secrets; the trail names who asked for it. */
const servedFor = (user: string): Scope => ({ ...systemScope(), user });

function toUser({ email, name, language, demo }: NewUser): Omit<User, 'id'> {
  const address = email.trim().toLowerCase();
  if (!isMailAddress(address)) throw badUser('email', 'it is no mail address: write name@example.org');
  return { email: address, name: personName(name), language, demo };
}
