/** One message to one person. */
export interface Mail {
  /** fixed when the message was decided on: the same message sent again is recognised as the same */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  /** whom an answer reaches; null: nobody */
  readonly replyTo: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly language: 'en' | 'it';
}

/** Hands messages over. A port: SMTP where there is a server, a folder where there is none. */
export abstract class Mailer {
  /** @throws {AppError} `mail.refused`, `mail.unavailable` */
  abstract send(mail: Mail): Promise<void>;
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
