/** The one place that asks what time it is; everything else is told. A port, so that tests can stand at any moment. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Always the same moment: `--as-of`, and tests. */
export class FixedClock extends Clock {
  readonly #moment: Date;

  constructor(moment: Date) {
    super();
    this.#moment = moment;
  }

  now(): Date {
    return new Date(this.#moment);
  }
}
