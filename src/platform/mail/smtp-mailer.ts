import { Readable } from 'node:stream';

import SMTPConnection from 'nodemailer/lib/smtp-connection';

import type { Clock } from '../clock/clock.js';
import { Mailer, type Mail, type SendOutcome } from './mailer.js';
import { MessageBuilder, type MessageSettings, type WireMessage } from './message.js';

/** How long one message may take, from the first command to the last answer, in milliseconds. */
const longestMs = 60_000;
/** Messages over one connection, as servers like it. */
const mostPerConnection = 100;

interface Open {
  readonly connection: SMTPConnection;
  sent: number;
}

export interface SmtpSettings extends MessageSettings {
  /** `smtps://user:password@host:465` */
  readonly url: string;
  /** how long one message may take; 60 s when left out */
  readonly longestMs?: number;
}

/**
 * Sends through the SMTP server of `SMTP_URL`, and says exactly how sure it is: a message whose first byte left and
 * whose answer never came may have been taken. (nodemailer's own pool hands such a message over again.)
 */
export class SmtpMailer extends Mailer {
  readonly #settings: SmtpSettings;
  readonly #builder: MessageBuilder;
  readonly #clock: Clock;
  readonly #idle: Open[] = [];

  constructor(settings: SmtpSettings, clock: Clock) {
    super();
    this.#settings = settings;
    this.#builder = new MessageBuilder(settings);
    this.#clock = clock;
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const message = await this.#builder.build(mail, this.#clock.now());
    const kept = this.#idle.pop();
    if (kept) {
      const outcome = await this.#over(kept, message);
      // a connection that was kept open may have been closed meanwhile: nothing was said on it yet
      if (outcome.result !== 'later' || /^\d/.test(outcome.code)) return outcome;
    }
    try {
      return await this.#over(await this.#open(), message);
    } catch (error) {
      return { result: 'later', code: codeOf(error) };
    }
  }

  /** SMTP cannot be asked. */
  knows(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): void {
    for (const { connection } of this.#idle.splice(0)) connection.quit();
  }

  async #over(open: Open, { raw, envelope }: WireMessage): Promise<SendOutcome> {
    let begun = false;
    const body = Readable.from(
      (function* () {
        begun = true;
        yield raw;
      })(),
    );
    const error = await this.#handOver(open, body, envelope);
    if (error === null) {
      open.sent += 1;
      if (open.sent < mostPerConnection) this.#idle.push(open);
      else open.connection.quit();
      return { result: 'sent' };
    }
    open.connection.close();
    const code = codeOf(error);
    const answered = /^[45]/.test(code);
    if (!answered) return begun ? { result: 'unknown', code } : { result: 'later', code };
    return code.startsWith('5') ? { result: 'refused', code } : { result: 'later', code };
  }

  /** @returns null when the server took it, what went wrong otherwise */
  #handOver(
    { connection }: Open,
    body: Readable,
    { from, to }: WireMessage['envelope'],
  ): Promise<Error | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(new Error('too slow'));
        connection.close();
      }, this.#settings.longestMs ?? longestMs);
      const end = (error: Error | null): void => {
        clearTimeout(timer);
        connection.off('error', end);
        resolve(error);
      };
      connection.on('error', end);
      connection.send({ from, to: [...to] }, body, (error) => end(error ?? null));
    });
  }

  #open(): Promise<Open> {
    const url = new URL(this.#settings.url);
    const secure = url.protocol === 'smtps:';
    const connection = new SMTPConnection({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      ...(url.searchParams.get('tls') === 'required' ? { requireTLS: true } : {}),
    });
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        connection.close();
        reject(error);
      };
      connection.once('error', fail);
      const ready = (): void => {
        connection.off('error', fail);
        connection.on('error', () => undefined); // of a connection at rest: noticed when it is used
        resolve({ connection, sent: 0 });
      };
      connection.connect((error) => {
        if (error) return fail(error);
        if (url.username === '') return ready();
        const credentials = {
          user: decodeURIComponent(url.username),
          pass: decodeURIComponent(url.password),
        };
        connection.login({ credentials }, (refused) => (refused ? fail(refused) : ready()));
      });
    });
  }
}

/** `550 5.1.1` as the server said it, or the name of what happened on the way; never its words, which hold addresses. */
function codeOf(error: unknown): string {
  const { responseCode, response, code } = error as {
    responseCode?: unknown;
    response?: unknown;
    code?: unknown;
  };
  if (typeof responseCode === 'number' && responseCode >= 400) {
    const [, status] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response)) ?? [];
    return status === undefined ? String(responseCode) : `${responseCode} ${status}`;
  }
  return typeof code === 'string' ? code.toLowerCase() : 'connection-lost';
}
