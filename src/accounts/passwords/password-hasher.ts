import { hash, verify } from '@node-rs/argon2';

/** Argon2id over 64 MiB, 3 passes, one lane: above OWASP's least (19 MiB, 2 passes). */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const mostAtOnce = 4;

/** Hashes passwords, a few at a time, so that a crowd at the door takes neither all memory nor all processors. */
export class PasswordHasher {
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #computed = 0;
  #nobodys: Promise<string> | undefined;

  /** How many hashes this process has computed: what guessing costs us. */
  get computed(): number {
    return this.#computed;
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password.normalize('NFC'), cost));
  }

  /**
   * @param stored null where there is no account or no password: takes as long, and is never right
   */
  async isRight(stored: string | null, password: string): Promise<boolean> {
    this.#nobodys ??= hash('nobody has this password', cost);
    const against = stored ?? (await this.#nobodys);
    const right = await this.#inTurn(() => verify(against, password.normalize('NFC')));
    return right && stored !== null;
  }

  /** Whether a stored hash was made at another cost than today's. */
  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = cost;
    return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    this.#computed += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
