import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { newToken } from '../../platform/ids/secret-token.js';
import { wrongPasskey } from '../account.errors.js';
import { SignInAttemptStore, type AttemptPurpose } from '../sessions/sign-in-attempt.store.js';
import type { UserId } from '../users/user.js';
import { challengeOf } from './passkey-answer.js';
import { PasskeyStore } from './passkey.store.js';

/** A passkey as the browser is told of it, so that it offers it or does not make it again. */
export interface KnownPasskey {
  /** base64url */
  readonly id: string;
  readonly transports: readonly string[];
}

/** A question to a passkey; each is answered once, within five minutes. */
export interface PasskeyQuestion {
  readonly challenge: string;
  readonly known: readonly KnownPasskey[];
}

const answerMinutes = 5;

/** Questions to passkeys, and which one an answer is for. */
@Injectable()
export class PasskeyQuestions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: SignInAttemptStore,
    private readonly passkeys: PasskeyStore,
  ) {}

  /** @param user whom it is put to; null: whoever has a passkey of this site */
  async ask(unit: Unit, purpose: AttemptPurpose, user: UserId | null): Promise<PasskeyQuestion> {
    const challenge = newToken();
    await this.attempts.open(unit, { purpose, user, token: challenge, minutes: answerMinutes });
    const known = user === null ? [] : await this.passkeys.list(unit, user);
    return {
      challenge,
      known: known.map(({ credentialId, transports }) => ({
        id: credentialId.toString('base64url'),
        transports,
      })),
    };
  }

  /**
   * The challenge that an answer is for. From now on it has been answered, well or not.
   *
   * @throws {AppError} `accounts.wrong-passkey` where it was not put to that person
   */
  async answered(purpose: AttemptPurpose, clientData: string, user: UserId | null): Promise<string> {
    const challenge = challengeOf(clientData);
    const asked = await this.unitOfWork.run(systemScope(), (unit) =>
      this.attempts.take(unit, purpose, challenge),
    );
    if (asked?.user !== user) throw wrongPasskey();
    return challenge;
  }
}
