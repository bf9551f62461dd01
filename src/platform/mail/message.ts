import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';

import type { Mail } from './mailer.js';

const longestSubject = 200;

/** How our domain signs its mails (RFC 6376). */
export interface DkimSettings {
  readonly selector: string;
  /** PEM */
  readonly privateKey: string;
}

export interface MessageSettings {
  /** the address that mails come from, in the authenticated domain */
  readonly from: string;
  /** reports of what did not arrive come here; null: to `from`. `bounces@…` becomes `bounces+<delivery>@…` */
  readonly bounces: string | null;
  readonly dkim: DkimSettings | null;
}

/** A message as it goes over the wire, and between whom. */
export interface WireMessage {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

/** Every header that a reader or a filter acts upon is signed. */
const signedHeaders =
  'From:To:Reply-To:Subject:Date:Message-ID:MIME-Version:Content-Type:Auto-Submitted:Content-Language:' +
  'List-Id:List-Unsubscribe:List-Unsubscribe-Post';

/** Builds messages: headers that nobody's name or subject can break out of, text first, HTML second, signed. */
export class MessageBuilder {
  readonly #settings: MessageSettings;
  readonly #host: string;
  readonly #transport: Transporter;

  constructor(settings: MessageSettings) {
    const { from, dkim } = settings;
    this.#settings = settings;
    this.#host = from.slice(from.lastIndexOf('@') + 1);
    this.#transport = createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
      ...(dkim === null
        ? {}
        : {
            dkim: {
              domainName: this.#host,
              keySelector: dkim.selector,
              privateKey: dkim.privateKey,
              headerFieldNames: signedHeaders,
            },
          }),
    });
  }

  /** @param at the moment that the message states */
  async build(mail: Mail, at: Date): Promise<WireMessage> {
    const { message: raw } = (await this.#transport.sendMail(this.#options(mail, at))) as { message: Buffer };
    return { raw, envelope: { from: this.#returnPath(mail.id), to: [mail.to.address] } };
  }

  #options(mail: Mail, at: Date): SendMailOptions {
    const { id, to, senderName, replyTo, subject, text, html, language, unsubscribe } = mail;
    return {
      from: { name: line(senderName), address: this.#settings.from },
      to: { name: line(to.name), address: to.address },
      ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
      subject: line(subject).slice(0, longestSubject),
      date: at,
      text,
      html,
      messageId: `<${id}@${this.#host}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
        ...(unsubscribe === null ? {} : this.#listHeaders(id, unsubscribe)),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  #listHeaders(id: string, unsubscribe: string): Record<string, string> {
    return {
      'List-Id': `<tessera.${this.#host}>`,
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
      'Feedback-ID': `${id}:digest:tessera`,
    };
  }

  /** A path of its own for each message: a report says by its address alone what did not arrive. */
  #returnPath(id: string): string {
    const { bounces, from } = this.#settings;
    if (bounces === null) return from;
    const at = bounces.lastIndexOf('@');
    return `${bounces.slice(0, at)}+${id}${bounces.slice(at)}`;
  }
}

/** One line of a header: what could begin another one is a space. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
