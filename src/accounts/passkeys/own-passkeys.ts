import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { badName, passkeyNotFound, tooManyPasskeys } from '../account.errors.js';
import { AuditTrail } from '../audit-trail.store.js';
import { tellAccount } from '../notices/account-notice.store.js';
import { BeginSession, type Raised } from '../sessions/begin-session.js';
import { RecentProof } from '../sessions/recent-proof.js';
import type { LiveSession } from '../sessions/session.store.js';
import { checkMade, type MadePasskey, type Site } from './passkey-answer.js';
import { PasskeyQuestions, type PasskeyQuestion } from './passkey-questions.js';
import { PasskeyStore, type PasskeyLine } from './passkey.store.js';

const mostPasskeys = 20;
const longestName = 80;

/** The passkeys of one's own account. Taking one away is a matter of second factors (own-second-factors.ts). */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PasskeyStore,
    private readonly questions: PasskeyQuestions,
    private readonly proof: RecentProof,
    private readonly beginning: BeginSession,
    private readonly audit: AuditTrail,
  ) {}

  list({ user }: LiveSession): Promise<PasskeyLine[]> {
    return this.#as((unit) => this.store.list(unit, user.id));
  }

  /** @throws {AppError} `accounts.too-many-passkeys`, and those of a recent proof */
  async ask(session: LiveSession): Promise<PasskeyQuestion> {
    return this.#as(async (unit) => {
      const { passkeys } = await this.proof.require(unit, session);
      if (passkeys >= mostPasskeys) throw tooManyPasskeys(mostPasskeys);
      return this.questions.ask(unit, 'passkey-add', session.user.id);
    });
  }

  /**
   * Keeps a passkey that was made, and says so by mail. Whoever has just made it has shown it.
   *
   * @returns the passkey, and the session's new token
   * @throws {AppError} `accounts.wrong-passkey`, `accounts.passkey-taken`, `accounts.bad-name`
   */
  async add(
    session: LiveSession,
    made: MadePasskey,
    name: string,
    site: Site,
  ): Promise<{ passkey: PasskeyLine; raised: Raised }> {
    const { user, id } = session;
    const named = plainName(name);
    const challenge = await this.questions.answered('passkey-add', made.clientData, user.id);
    const checked = await checkMade(made, challenge, site);
    return this.#as(async (unit) => {
      await this.proof.require(unit, session);
      const { transports } = made;
      const passkey = await this.store.add(unit, { ...checked, user: user.id, name: named, transports });
      await this.beginning.endOthers(unit, session);
      await this.audit.record(unit, 'passkey.added', { user: user.id, passkey: passkey.id });
      await tellAccount(unit, user, 'passkey-added', id);
      return { passkey, raised: await this.beginning.raise(unit, session) };
    });
  }

  /** @throws {AppError} `accounts.passkey-not-found`, `accounts.bad-name` */
  async rename({ user }: LiveSession, id: string, name: string): Promise<void> {
    const named = plainName(name);
    await this.#as(async (unit) => {
      if (!(await this.store.rename(unit, user.id, id, named))) throw passkeyNotFound();
    });
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}

function plainName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain === '' || plain.length > longestName || /[\p{Cc}\p{Cf}]/u.test(plain)) throw badName(longestName);
  return plain;
}
