import { request, type IncomingMessage } from 'node:http';

/** What the service said to an upload. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly seconds: number;
}

const boundary = 'tessera-proof';

/** Sends a file as a browser does, piece by piece, until it is sent or answered. */
export async function upload(
  address: string,
  name: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  path = '/imports',
): Promise<Answer> {
  const startedAt = performance.now();
  const outgoing = request(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
    },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  let answered = false;
  response.then(
    () => (answered = true),
    () => (answered = true),
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  outgoing.write(head);
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    if (answered) break;
    if (!outgoing.write(piece)) await Promise.race([drained(outgoing), response.catch(() => undefined)]);
  }
  if (!answered) outgoing.end(`\r\n--${boundary}--\r\n`);
  const answer = await response;
  let body = '';
  for await (const piece of answer) body += String(piece);
  outgoing.destroy();
  return {
    status: answer.statusCode ?? 0,
    body,
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

function drained(outgoing: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => outgoing.once('drain', resolve));
}
