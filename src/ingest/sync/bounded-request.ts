import type { Agent as HttpAgent, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

import { publicLookup } from './public-lookup.js';

/** What one request may take before it is given up. */
export interface RequestLimits {
  /** until name, connection and encryption stand */
  readonly connectMs: number;
  /** until the last byte of the answer */
  readonly totalMs: number;
  /** of the answer's body */
  readonly bytes: number;
}

export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly agent: HttpAgent;
  readonly limits: RequestLimits;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** empty where the status is not 200: nobody reads it */
  readonly body: Buffer;
}

/** A request given up or broken off: `connect-timeout`, `total-timeout`, `too-large`, `broken`. */
export class RequestFailure extends Error {
  constructor(
    readonly reason: 'connect-timeout' | 'total-timeout' | 'too-large' | 'broken',
    options?: { readonly cause: unknown },
  ) {
    super(reason, options);
    this.name = 'RequestFailure';
  }
}

/**
 * One POST within limits. It follows no redirect, and a name is resolved to public addresses only.
 *
 * @throws {RequestFailure}
 */
export async function post({ url, headers, body, agent, limits }: Post): Promise<Answer> {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': body.length },
    agent,
    lookup: publicLookup,
  };
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
  let late: RequestFailure | null = null;
  const giveUp = (reason: RequestFailure['reason']) => () => {
    late = new RequestFailure(reason);
    request.destroy(late);
  };
  const total = setTimeout(giveUp('total-timeout'), limits.totalMs);
  const connect = setTimeout(giveUp('connect-timeout'), limits.connectMs);
  request.on('socket', (socket) => {
    const connected = (): void => clearTimeout(connect);
    if (request.reusedSocket) connected();
    else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body);
    });
    return await answerOf(response, limits.bytes);
  } catch (error) {
    request.destroy();
    // Once an answer has begun, its stream reports only that it was cut off, not why.
    throw late ?? (error instanceof RequestFailure ? error : new RequestFailure('broken', { cause: error }));
  } finally {
    clearTimeout(total);
    clearTimeout(connect);
  }
}

async function answerOf(response: IncomingMessage, limitBytes: number): Promise<Answer> {
  const status = response.statusCode ?? 0;
  const contentType = response.headers['content-type'] ?? '';
  if (status !== 200) {
    response.destroy();
    return { status, contentType, body: Buffer.alloc(0) };
  }
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of response) {
    total += (chunk as Buffer).length;
    if (total > limitBytes) throw new RequestFailure('too-large');
    chunks.push(chunk as Buffer);
  }
  return { status, contentType, body: Buffer.concat(chunks) };
}
