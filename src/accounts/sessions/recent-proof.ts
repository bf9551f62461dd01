import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { signInAgain, signInToday, wrongFactors } from '../account.errors.js';
import { anySecondFactor, SecondFactorStore, type SecondFactors } from '../users/second-factor.store.js';
import type { LiveSession } from './session.store.js';

/** How long after signing in one may say who one's organisation is, bind it, take its data away or erase. */
const revealHours = 24;

/** How long after a factor was shown one may change what one signs in with. */
const proofMinutes = 15;

/**
 * Whoever changes credentials has just shown who they are, with both factors where the account has two: an unlocked
 * screen or a stolen password alone must not become a way in for good.
 */
@Injectable()
export class RecentProof {
  constructor(
    private readonly factors: SecondFactorStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the second factors there are, which nobody else changes before this transaction ends
   * @throws {AppError} `accounts.second-factor-needed`, `accounts.sign-in-again`
   */
  async require(unit: Unit, session: LiveSession): Promise<SecondFactors> {
    const held = await this.requireFactors(unit, session);
    const minutes = (this.clock.now().getTime() - session.provedAt.getTime()) / 60_000;
    if (minutes > proofMinutes) throw signInAgain(proofMinutes);
    return held;
  }

  /**
   * Who reveals contacts, binds an organisation, takes data away or erases has signed in within a day. Keys, and visitors of the
   * demonstration, have no session that could be left open somewhere.
   *
   * @throws {AppError} `accounts.sign-in-again`
   */
  requireToday(session: LiveSession | undefined): void {
    if (session === undefined) return;
    const hours = (this.clock.now().getTime() - session.provedAt.getTime()) / 3_600_000;
    if (hours > revealHours) throw signInToday(revealHours);
  }

  /** Both factors where the account has two, however long ago. @throws {AppError} `accounts.second-factor-needed` */
  async requireFactors(unit: Unit, session: LiveSession): Promise<SecondFactors> {
    const held = await this.factors.heldForChange(unit, session.user.id);
    if (anySecondFactor(held) && session.factors < 2) throw wrongFactors();
    return held;
  }
}
