import { Agent, get } from 'node:http';

/** A list from the database, as pages ask for it. */
const path = '/api/v1/opportunities?limit=20';

/** Sends a request every so often, whether the one before was answered or not, and keeps how long each took. */
export class SteadyRequests {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 50 });
  failed = 0;

  constructor(
    private readonly address: string,
    private readonly everyMs: number,
  ) {}

  /**
   * @param until while this is not settled
   * @returns milliseconds each, from when it was due to its last byte
   */
  async during(until: Promise<unknown>): Promise<number[]> {
    const taken: number[] = [];
    const under: Promise<void>[] = [];
    let over = false;
    const end = until.finally(() => (over = true));
    const startedAt = performance.now();
    for (let number = 0; !over; number += 1) {
      const due = startedAt + number * this.everyMs;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      under.push(this.#ask().then(() => void taken.push(performance.now() - due)));
    }
    await Promise.all(under);
    await end;
    return taken;
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(): Promise<void> {
    return new Promise((resolve) => {
      const failed = (): void => {
        this.failed += 1;
        resolve();
      };
      get(`${this.address}${path}`, { agent: this.#agent }, (response) => {
        response.resume();
        response.once('end', response.statusCode === 200 ? resolve : failed);
        response.once('error', failed);
      }).once('error', failed);
    });
  }
}

/** The value that so large a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
