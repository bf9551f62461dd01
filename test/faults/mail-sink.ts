/**
 * A real SMTP server in a process of its own that takes everything and remembers what it took, as a provider does that
 * can be asked; prints the ports of both doors as one line of JSON.
 *
 *     node --import ./scripts/typescript.mjs test/faults/mail-sink.ts
 *
 * `GET /` answers with every message taken, in order: id, recipient, bytes. `GET /<id>` answers 200 where the message
 * with that id was taken, else 404. `DELETE /` forgets all.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import type { Taken } from './mail-sink-process.js';

const taken: Taken[] = [];

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, { envelope }, done) => {
    let head = '';
    let bytes = 0;
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (head.length < 16_384) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const id = /^Message-ID: <([^@>]+)@/im.exec(head)?.[1] ?? '';
      taken.push({ id, to: envelope.rcptTo[0]?.address ?? '', bytes });
      done();
    });
  },
});
smtp.on('error', () => undefined); // clients that were killed

const asked = createServer(({ method, url = '/' }, response) => {
  if (method === 'DELETE') taken.length = 0;
  const id = url.slice(1);
  if (id !== '') return response.writeHead(taken.some((one) => one.id === id) ? 200 : 404).end();
  response.end(JSON.stringify(taken));
});

const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
await new Promise<void>((resolve) => asked.listen(0, '127.0.0.1', resolve));
process.stdout.write(`${JSON.stringify({ smtp: port(smtp.server), http: port(asked) })}\n`);
