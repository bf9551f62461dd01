import { Mailer, type Mail, type SendOutcome } from './mailer.js';

/** Outside production only addresses on a list get mail; everybody else's is kept in the mailbox. */
export class GuardedMailer extends Mailer {
  readonly #through: Mailer;
  readonly #instead: Mailer;
  readonly #allowed: readonly string[];

  /** @param allowed addresses, or `@example.org` for all of a domain; in lower case */
  constructor(through: Mailer, instead: Mailer, allowed: readonly string[]) {
    super();
    this.#through = through;
    this.#instead = instead;
    this.#allowed = allowed;
  }

  send(mail: Mail): Promise<SendOutcome> {
    const address = mail.to.address.toLowerCase();
    const domain = address.slice(address.lastIndexOf('@'));
    const allowed = this.#allowed.includes(address) || this.#allowed.includes(domain);
    return (allowed ? this.#through : this.#instead).send(mail);
  }

  /** A message in the mailbox did not go through the server; one that is not there may have. */
  async knows(id: string): Promise<boolean | null> {
    return (await this.#instead.knows(id)) === true ? true : this.#through.knows(id);
  }

  close(): void {
    this.#through.close();
    this.#instead.close();
  }
}
