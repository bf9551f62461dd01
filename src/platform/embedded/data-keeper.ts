import { setTimeout as pause } from 'node:timers/promises';

import { takeHold, type Hold, type Holder } from './data-holder.js';
import type { DataPlace } from './data-place.js';
import { reachServer, removeTemporarySocket, type ReachedServer } from './embedded-server.js';
import { alreadyHeld } from './holder-errors.js';
import { isServerOf, stopPostmaster } from './postmaster.js';

export interface Held {
  readonly server: ReachedServer;
  readonly hold: Hold;
}

export interface KeeperOptions {
  readonly place: DataPlace;
  readonly self: Holder;
  readonly log: (line: string) => void;
  /** called once when the data are lost for good */
  readonly onLost: (error: unknown) => void;
}

const regainLimitMs = 60_000;
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Keeps hold of the data until closed: starts the server again when it dies, and stops it when this process ends,
 * by whatever way leaves us a say.
 */
export class DataKeeper {
  readonly #options: KeeperOptions;
  #held: Held;
  #self: Holder;
  #closing: Promise<void> | null = null;

  constructor(held: Held, options: KeeperOptions) {
    this.#options = options;
    this.#held = held;
    this.#self = options.self;
    process.on('exit', this.#stopAtExit);
    for (const signal of Object.keys(signals)) process.on(signal, this.#exitOnSignal);
    void this.#watch();
  }

  async present(detail: string): Promise<void> {
    this.#self = { ...this.#self, detail };
    await this.#held.hold.present(this.#self);
  }

  /** Stops the server and lets go of the data; in this order, so that nobody takes hold of a stopping server. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { server } = this.#held;
    await stopPostmaster(this.#options.place.postgresDir, server.pid);
    removeTemporarySocket(server.host);
    process.off('exit', this.#stopAtExit);
    for (const signal of Object.keys(signals)) process.off(signal, this.#exitOnSignal);
  }

  async #watch(): Promise<void> {
    for (;;) {
      await this.#held.hold.ended;
      if (this.#closing) return;
      this.#options.log('PostgreSQL went away; starting it again');
      try {
        this.#held = await this.#regain();
      } catch (error) {
        if (!this.#closing) this.#options.onLost(error);
        return;
      }
    }
  }

  async #regain(): Promise<Held> {
    const { place, log } = this.#options;
    const deadline = performance.now() + regainLimitMs;
    for (;;) {
      try {
        const server = await reachServer(place, log);
        const answer = await takeHold(server, this.#self);
        if (answer !== 'gone' && 'release' in answer) return { server, hold: answer };
        if (answer !== 'gone') throw alreadyHeld(place.postgresDir, answer);
      } catch (error) {
        if (performance.now() > deadline) throw error; // a full disk, say, may have room again before that
      }
      await pause(500);
    }
  }

  /** Runs at the very end of the process, where nothing can be awaited: the server finishes on its own. */
  readonly #stopAtExit = (): void => {
    const { pid } = this.#held.server;
    if (isServerOf(this.#options.place.postgresDir, pid)) process.kill(pid, 'SIGINT');
  };

  /** A signal ends us as it would have, but through `exit`. Whoever else listens to it decides instead. */
  readonly #exitOnSignal = (signal: keyof typeof signals): void => {
    if (process.listenerCount(signal) === 1) process.exit(128 + signals[signal]);
  };
}
