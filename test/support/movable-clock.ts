import { Clock } from '../../src/platform/clock/clock.js';

/** A clock that the test sets. */
export class MovableClock extends Clock {
  #moment: Date;

  constructor(moment: Date) {
    super();
    this.#moment = moment;
  }

  set(moment: Date): void {
    this.#moment = moment;
  }

  now(): Date {
    return new Date(this.#moment);
  }
}
