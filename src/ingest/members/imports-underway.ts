import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';

/** How far the carrying out of an import has come, in rows. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  /** null while nobody can tell */
  readonly secondsLeft: number | null;
}

/** Tells how many rows are written so far. */
export type TellRows = (done: number) => void;

interface Underway {
  readonly total: number;
  readonly since: number;
  done: number;
}

/**
 * Which imports this process is carrying out, and how far it is.
 *
 * In memory, because an import is one transaction: nobody else can see it before it ends. Another process says only that
 * it is not there yet.
 */
@Injectable()
export class ImportsUnderway {
  readonly #runs = new Map<string, Underway>();

  constructor(private readonly clock: Clock) {}

  /** Does the work, and can tell meanwhile how far it is. A second try at the same run is told of as the first. */
  async during<T>(runId: string, total: number, work: (tell: TellRows) => Promise<T>): Promise<T> {
    const underway: Underway = { total, since: this.clock.now().getTime(), done: 0 };
    const isFirst = !this.#runs.has(runId);
    if (isFirst) this.#runs.set(runId, underway);
    try {
      return await work((done) => {
        underway.done = done;
      });
    } finally {
      if (isFirst) this.#runs.delete(runId);
    }
  }

  /** @returns null where nothing is being done about it here */
  of(runId: string): ImportProgress | null {
    const underway = this.#runs.get(runId);
    if (!underway) return null;
    const { done, total, since } = underway;
    const seconds = (this.clock.now().getTime() - since) / 1000;
    return { done, total, secondsLeft: done === 0 ? null : Math.ceil((seconds / done) * (total - done)) };
  }
}
