import type { Unit } from '../database/unit-of-work.js';
import { AppError } from '../errors/app-error.js';
import { definedMails, type MailDefinition } from './define-mail.js';
import type { Letter } from './letter.js';

/** A delivery at the moment it is written out. */
export interface MailInHand<C extends object> {
  readonly id: string;
  /** as it was put */
  readonly content: C;
  readonly language: 'en' | 'it';
  readonly to: { readonly name: string; readonly address: string };
  readonly clusters: readonly string[];
  readonly organisation: string | null;
  /** the address under which people reach the service, without a slash at its end */
  readonly base: string;
}

/** Nothing is sent after all; `stop` says why in a word or two: `opted-out`. */
export interface Stop {
  readonly stop: string;
}

/** How a feature writes one of its mails. */
export interface LetterWriter<C extends object> {
  /**
   * Writes the letter, in the transaction that decides to send it: the last moment to see whether it should still go.
   * Called again where sending has to be tried again.
   */
  compose(unit: Unit, mail: MailInHand<C>): Promise<Letter | Stop>;
  /** What follows from how it ended, in the transaction that writes that down. */
  ended?(unit: Unit, mail: EndedMail<C>): Promise<void>;
}

export interface EndedMail<C extends object> {
  readonly id: string;
  readonly content: C;
  readonly state: 'sent' | 'failed' | 'unknown';
}

/** Who writes which mail: filled while the program is wired together. */
export class Letters {
  readonly #writers = new Map<string, LetterWriter<object>>();

  /** @throws {AppError} `mail.written-twice` */
  write<C extends object>(mail: MailDefinition<C>, writer: LetterWriter<C>): this {
    if (this.#writers.has(mail.name)) throw wiring('mail.written-twice', `two write the mail ${mail.name}`);
    this.#writers.set(mail.name, writer);
    return this;
  }

  writer(name: string): LetterWriter<object> | undefined {
    return this.#writers.get(name);
  }

  /** @throws {AppError} `mail.not-written`: a mail declared by a loaded file has nobody who writes it */
  verify(): void {
    const missing = definedMails().filter(({ name }) => !this.#writers.has(name));
    if (missing.length > 0)
      throw wiring('mail.not-written', `nobody writes ${missing.map(({ name }) => name).join(', ')}`);
  }
}

const wiring = (code: string, message: string): AppError => new AppError(code, 'invalid', message);
