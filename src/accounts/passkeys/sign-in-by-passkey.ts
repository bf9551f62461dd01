import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { wrongPasskey } from '../account.errors.js';
import { BeginSession, type Client, type Raised, type SignedIn } from '../sessions/begin-session.js';
import type { LiveSession } from '../sessions/session.store.js';
import { Tries } from '../throttle/tries.js';
import { UserStore } from '../users/user.store.js';
import { checkUsed, userHandleOf, type Site, type UsedPasskey } from './passkey-answer.js';
import { PasskeyQuestions, type PasskeyQuestion } from './passkey-questions.js';
import { PasskeyStore, type StoredPasskey } from './passkey.store.js';

/**
 * Signs people in by a passkey. Used with a finger, a face or a code it is two factors in one; after a password or a
 * link it is the second.
 */
@Injectable()
export class SignInByPasskey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PasskeyStore,
    private readonly questions: PasskeyQuestions,
    private readonly users: UserStore,
    private readonly beginning: BeginSession,
    private readonly tries: Tries,
  ) {}

  /** A question that any passkey of this site may answer: whoever answers says who they are. */
  async ask({ address }: Client): Promise<PasskeyQuestion> {
    await this.tries.nameless(address);
    return this.#as((unit) => this.questions.ask(unit, 'passkey-sign-in', null));
  }

  /** @throws {AppError} `accounts.wrong-passkey`, `accounts.too-many-tries` */
  async begin(used: UsedPasskey, site: Site, client: Client): Promise<SignedIn> {
    await this.tries.nameless(client.address);
    const challenge = await this.questions.answered('passkey-sign-in', used.clientData, null);
    const stored = await this.#stored(used);
    const counted = await checkUsed(used, stored, { challenge, site, verifyPerson: true });
    const user = await this.#as(async (unit) => {
      await this.#count(unit, stored, counted);
      return this.users.byId(unit, stored.user);
    });
    if (!user) throw wrongPasskey();
    return this.beginning.begin(user, { via: 'passkey', factors: 2 }, client);
  }

  async askForSecondFactor({ user }: LiveSession): Promise<PasskeyQuestion> {
    await this.tries.factor(user.id);
    return this.#as((unit) => this.questions.ask(unit, 'passkey-factor', user.id));
  }

  /** @throws {AppError} `accounts.wrong-passkey`, `accounts.too-many-tries` */
  async asSecondFactor(session: LiveSession, used: UsedPasskey, site: Site): Promise<Raised> {
    await this.tries.factor(session.user.id);
    const challenge = await this.questions.answered('passkey-factor', used.clientData, session.user.id);
    const stored = await this.#stored(used);
    if (stored.user !== session.user.id) throw wrongPasskey();
    const counted = await checkUsed(used, stored, { challenge, site, verifyPerson: false });
    return this.#as(async (unit) => {
      await this.#count(unit, stored, counted);
      return this.beginning.raise(unit, session);
    });
  }

  /** The authenticator's own word on whose it is must be ours too. */
  async #stored({ id, userHandle }: UsedPasskey): Promise<StoredPasskey> {
    const stored = await this.#as((unit) => this.store.byCredential(unit, Buffer.from(id, 'base64url')));
    if (!stored || (userHandle !== null && userHandle !== userHandleOf(stored.user))) throw wrongPasskey();
    return stored;
  }

  async #count(unit: Unit, stored: StoredPasskey, counted: number): Promise<void> {
    if (!(await this.store.used(unit, stored, counted))) throw wrongPasskey();
  }

  #as<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(systemScope(), work);
  }
}
