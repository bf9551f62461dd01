import type { Agent as HttpAgent, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

import { publicLookup } from './public-lookup.js';

/** What one request may take before it is given up. */
export interface RequestLimits {
  /** until name, connection and encryption stand */
  readonly connectMs: number;
  /** without a byte; left out: as long as the whole may take */
  readonly idleMs?: number;
  /** until the last byte of the answer */
  readonly totalMs: number;
  /** of the answer's body */
  readonly bytes: number;
}

interface Asking {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: HttpAgent;
  readonly limits: RequestLimits;
  /** how names are resolved; left out: to public addresses only */
  readonly lookup?: LookupFunction;
}

export interface Post extends Asking {
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** empty where the status is not 200: nobody reads it */
  readonly body: Buffer;
}

/** An answer that has begun. */
export interface OpenAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body as it comes; ends the request however it is left. @throws {RequestFailure} */
  readonly body: AsyncGenerator<Buffer>;
  /** Ends the request without reading on. */
  close(): void;
}

/** A request given up or broken off. */
export class RequestFailure extends Error {
  constructor(
    readonly reason: 'connect-timeout' | 'idle-timeout' | 'total-timeout' | 'too-large' | 'broken',
    options?: { readonly cause: unknown },
  ) {
    super(reason, options);
    this.name = 'RequestFailure';
  }

  /** What the system says of a broken connection, `ECONNRESET`; empty where it says nothing. */
  get code(): string {
    return this.cause instanceof Error && 'code' in this.cause ? String(this.cause.code) : '';
  }
}

/**
 * One POST within limits, its answer whole. It follows no redirect, and a name is resolved to public addresses only.
 *
 * @throws {RequestFailure}
 */
export async function post(asking: Post): Promise<Answer> {
  const answer = await begin(asking);
  const contentType = answer.headers['content-type'] ?? '';
  if (answer.status !== 200) {
    answer.close();
    return { status: answer.status, contentType, body: Buffer.alloc(0) };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { status: answer.status, contentType, body: Buffer.concat(chunks) };
}

/** The same where nobody reads the answer: only its status is waited for. @throws {RequestFailure} */
export async function postForStatus(asking: Post): Promise<number> {
  const answer = await begin(asking);
  answer.close();
  return answer.status;
}

const begin = ({ body, headers, ...asking }: Post): Promise<OpenAnswer> =>
  open('POST', { ...asking, headers: { ...headers, 'Content-Length': `${body.length}` } }, body);

/**
 * One GET within limits, its body to be read as it comes. No redirect, public addresses only, as for `post`.
 *
 * @throws {RequestFailure}
 */
export function get(asking: Asking): Promise<OpenAnswer> {
  return open('GET', asking);
}

async function open(
  method: string,
  { url, headers, agent, limits, lookup = publicLookup }: Asking,
  sent?: Buffer,
): Promise<OpenAnswer> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(url, { method, headers, agent, lookup });
  let late: RequestFailure | null = null;
  const giveUp = (reason: RequestFailure['reason']) => () => {
    late ??= new RequestFailure(reason);
    request.destroy(late);
  };
  const total = setTimeout(giveUp('total-timeout'), limits.totalMs);
  const connect = setTimeout(giveUp('connect-timeout'), limits.connectMs);
  if (limits.idleMs !== undefined) request.setTimeout(limits.idleMs, giveUp('idle-timeout'));
  const stop = (): void => {
    clearTimeout(total);
    clearTimeout(connect);
  };
  // Once an answer has begun, its stream reports only that it was cut off, not why.
  const failure = (error: unknown): RequestFailure => {
    stop();
    request.destroy();
    return late ?? (error instanceof RequestFailure ? error : new RequestFailure('broken', { cause: error }));
  };
  request.on('socket', (socket) => {
    const connected = (): void => clearTimeout(connect);
    if (request.reusedSocket) connected();
    else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(sent);
    });
    const close = (): void => {
      stop();
      if (!response.readableEnded) response.destroy();
    };
    const body = within(limits.bytes, response, { close, failure });
    return { status: response.statusCode ?? 0, headers: response.headers, body, close };
  } catch (error) {
    throw failure(error);
  }
}

async function* within(
  limitBytes: number,
  response: IncomingMessage,
  { close, failure }: { readonly close: () => void; readonly failure: (error: unknown) => RequestFailure },
): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > limitBytes) throw new RequestFailure('too-large');
      yield chunk;
    }
  } catch (error) {
    throw failure(error);
  } finally {
    close();
  }
}
