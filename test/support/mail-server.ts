import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

import { SystemClock } from '../../src/platform/clock/clock.js';
import { SmtpMailer } from '../../src/platform/mail/smtp-mailer.js';
import { until } from './until.js';

/** A message as the server got it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** still encoded */
  readonly text: string;
  /** what stands before the @ of its Message-ID */
  readonly id: string;
}

export interface MailServer {
  readonly url: string;
  readonly port: number;
  readonly inbox: Received[];
  /** The first mail to that address that holds the text, decoded; waits for it. */
  mailTo(address: string, holding?: string | RegExp): Promise<string>;
  close(): Promise<void>;
}

/** How a server misbehaves, asked for each message; left out, or undefined: it takes everything. */
export interface MailServerFaults {
  /** at RCPT TO: what it says instead of 250 */
  readonly recipient?: (address: string) => string | undefined;
  /** after the message has arrived: what it says instead of 250 */
  readonly message?: (mail: Received) => string | undefined;
  /** after the message has arrived and been kept: the connection is cut without an answer */
  readonly cut?: (mail: Received) => boolean;
  /** how long it thinks before it answers a message, in milliseconds */
  readonly slowMs?: number;
}

/** A real SMTP server on a free port of this machine, which keeps what it is given. */
export async function mailServer(faults: MailServerFaults = {}): Promise<MailServer> {
  const inbox: Received[] = [];
  const options: SMTPServerOptions = {
    authOptional: true,
    closeTimeout: 500, // a mailer keeps its connections open, and 30 s is what is waited for them else
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const answer = faults.recipient?.(address);
      done(answer === undefined ? null : failure(answer));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = received(session.envelope, Buffer.concat(chunks).toString());
        const answer = faults.message?.(mail);
        if (answer !== undefined) return done(failure(answer));
        inbox.push(mail);
        if (faults.cut?.(mail)) {
          for (const connection of server.connections) {
            const { session: theirs, _socket: socket } = connection as unknown as Connection;
            if (theirs?.id === session.id) socket.destroy();
          }
          return;
        }
        setTimeout(() => done(), faults.slowMs ?? 0);
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined); // connections that we cut
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    inbox,
    mailTo: async (address, holding = '') => {
      const find = (): string | undefined =>
        inbox
          .filter(({ to }) => to.includes(address))
          .map(({ text }) => readable(text))
          .find((text) => text.search(holding) >= 0);
      await until(`a mail to ${address}`, () => find() !== undefined, 30_000);
      return find() ?? '';
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The service's mailer, to such a server. */
export const mailerTo = (url: string): SmtpMailer =>
  new SmtpMailer({ url, from: 'tessera@tessera.example', bounces: null, dkim: null }, new SystemClock());

interface Connection {
  readonly session?: { readonly id: string };
  readonly _socket: { destroy(): void };
}

interface Envelope {
  readonly mailFrom: false | { readonly address: string };
  readonly rcptTo: readonly { readonly address: string }[];
}

function received({ mailFrom, rcptTo }: Envelope, text: string): Received {
  return {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    text,
    id: /^Message-ID: <([^@>]+)@/im.exec(text)?.[1] ?? '',
  };
}

/** `550 5.1.1 no such user` as smtp-server wants it. */
function failure(answer: string): Error {
  const [code = '', ...words] = answer.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
}

/** A part of a message as its reader sees it: quoted-printable undone. */
export function readable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
