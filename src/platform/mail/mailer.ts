/** One message to one person, ready to leave. */
export interface Mail {
  /** fixed when the message was decided on: the same message sent again is recognised as the same */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  /** the name beside our address */
  readonly senderName: string;
  /** whom an answer reaches; null: nobody */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'en' | 'it';
  /** for what was subscribed to: the https address that ends it by one POST (RFC 8058); null otherwise */
  readonly unsubscribe: string | null;
}

/**
 * What became of a message.
 *
 * - `sent`: the server took it
 * - `refused`: the server will never take it; `code` is what it said, `550` or `550 5.1.1`
 * - `later`: it was certainly not taken, and may be tried again
 * - `unknown`: everything was handed over and no answer came: it may have been taken
 */
export type SendOutcome =
  | { readonly result: 'sent' }
  | { readonly result: 'refused'; readonly code: string }
  | { readonly result: 'later'; readonly code: string }
  | { readonly result: 'unknown'; readonly code: string };

/** Hands messages over. A port: SMTP where there is a server, a mailbox in the database where there is none. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<SendOutcome>;
  /** Whether a message with this id was taken; null: this way of sending cannot tell. */
  abstract knows(id: string): Promise<boolean | null>;
  abstract close(): void;
}

/** Where the links in mails lead: the address under which people reach the service. */
export class PublicAddress {
  #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  get url(): string {
    return this.#url;
  }

  /** Where nobody said another one, it is the address that the service found to listen on. */
  moveTo(url: string): void {
    this.#url = url;
  }
}
