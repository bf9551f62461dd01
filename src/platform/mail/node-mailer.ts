import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';

import { AppError } from '../errors/app-error.js';
import { Mailer, type Mail } from './mailer.js';

const longestSubject = 200;

/** Sends through the SMTP server of `SMTP_URL`. */
export class SmtpMailer extends Mailer {
  readonly #transport: Transporter;
  readonly #from: string;

  /** @param from the address that mails come from, in the authenticated domain */
  constructor(url: string, from: string) {
    super();
    const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
    this.#transport = createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true });
    this.#from = from;
  }

  async send(mail: Mail): Promise<void> {
    await this.#transport.sendMail(message(mail, this.#from)).catch((cause: unknown) => {
      throw refusal(cause);
    });
  }

  close(): void {
    this.#transport.close();
  }
}

/** Writes what would be sent into a folder, one `.eml` file each: where there is no SMTP server. */
export class FolderMailer extends Mailer {
  readonly #transport = createTransport({ streamTransport: true, buffer: true });
  readonly #folder: string;
  readonly #from: string;

  constructor(folder: string, from: string) {
    super();
    this.#folder = folder;
    this.#from = from;
  }

  async send(mail: Mail): Promise<void> {
    const built = (await this.#transport.sendMail(message(mail, this.#from))) as { message: Buffer };
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.#folder, `${mail.id.replace(/[^\w-]/g, '_')}.eml`), built.message, {
      mode: 0o600,
    });
  }

  close(): void {
    this.#transport.close();
  }
}

function message(mail: Mail, from: string): SendMailOptions {
  const host = from.slice(from.lastIndexOf('@') + 1);
  return {
    from: { name: 'Tessera', address: from },
    to: person(mail.to),
    ...(mail.replyTo === null ? {} : { replyTo: person(mail.replyTo) }),
    subject: line(mail.subject).slice(0, longestSubject),
    text: mail.text,
    messageId: `<${mail.id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const person = ({ name, address }: Mail['to']): { name: string; address: string } => ({
  name: line(name),
  address,
});

/** One line of a header: what could begin another one is a space. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

function refusal(cause: unknown): AppError {
  const code = (cause as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500
    ? new AppError('mail.refused', 'invalid', `the mail server refused the message for good (${code})`, {
        cause,
      })
    : new AppError('mail.unavailable', 'unavailable', 'the mail server did not take the message', { cause });
}
