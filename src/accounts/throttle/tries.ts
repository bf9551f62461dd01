import { Injectable } from '@nestjs/common';

import { tooManyTries } from '../account.errors.js';
import type { UserId } from '../users/user.js';
import { Throttle, type Limit } from './throttle.store.js';

const minute = 60;
const day = 24 * 3_600;

/** Tries that were one too many are refused here, and say how long to wait. */
@Injectable()
export class Tries {
  constructor(private readonly throttle: Throttle) {}

  /** @throws {AppError} `accounts.too-many-tries` */
  async count(limits: readonly Limit[]): Promise<void> {
    const wait = await this.throttle.tryOnce(limits);
    if (wait !== null) throw tooManyTries(wait);
  }

  /** A try that turned out to be right does not count. */
  forgive(limits: readonly Limit[]): Promise<void> {
    return this.throttle.forgive(limits);
  }

  /**
   * One try at somebody's second factor, of whatever kind. A million codes, three of them good at a time: 60 tries a day
   * find one in five years on average.
   */
  factor(user: UserId): Promise<void> {
    return this.count([
      { name: 'second-factor', of: user, most: 10, windowSeconds: 10 * minute },
      { name: 'second-factor', of: user, most: 60, windowSeconds: day },
    ]);
  }

  /** One try at signing in that names no account. */
  nameless(address: string): Promise<void> {
    return this.count([
      { name: 'sign-in.nameless', of: address, most: 60, windowSeconds: 10 * minute },
      { name: 'sign-in.nameless.all', of: '', most: 600, windowSeconds: minute },
    ]);
  }
}
