import { startQueueProcess } from './queue-process.js';
import { until } from '../support/until.js';

/** A message as the sink took it. */
export interface Taken {
  /** what stands before the @ of its Message-ID */
  readonly id: string;
  readonly to: string;
  readonly bytes: number;
}

/** A mail server in a process of its own, which can be asked what it took. */
export interface MailSink {
  readonly smtpUrl: string;
  /** answers 200 for `/<id>` of a message that was taken */
  readonly askUrl: string;
  taken(): Promise<readonly Taken[]>;
  forget(): Promise<void>;
  close(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const child = startQueueProcess('mail-sink.ts', {});
  const line = await until('the mail sink', () => child.lines[0], 60_000);
  const { smtp, http } = JSON.parse(line) as { smtp: number; http: number };
  const askUrl = `http://127.0.0.1:${http}`;
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    askUrl,
    taken: async () => (await (await fetch(askUrl)).json()) as Taken[],
    forget: async () => void (await (await fetch(askUrl, { method: 'DELETE' })).text()),
    close: () => child.kill(),
  };
}
