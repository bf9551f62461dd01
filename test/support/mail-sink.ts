import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { until } from './until.js';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** as its reader sees it: quoted-printable undone */
  readonly text: string;
}

/** A real mail server that keeps what it is given. */
export interface MailSink {
  readonly url: string;
  readonly inbox: readonly ReceivedMail[];
  /** The first mail to that address that holds the text; waits for it. */
  mailTo(address: string, holding?: string | RegExp): Promise<string>;
  close(): Promise<void>;
}

export async function openMailSink(): Promise<MailSink> {
  const inbox: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        inbox.push({ to, text: readable(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const find = (address: string, holding: string | RegExp): ReceivedMail | undefined =>
    inbox.find(({ to, text }) => to.includes(address) && text.search(holding) >= 0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    mailTo: async (address, holding = '') => {
      await until(`a mail to ${address}`, () => find(address, holding) !== undefined, 30_000);
      return find(address, holding)?.text ?? '';
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function readable(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
