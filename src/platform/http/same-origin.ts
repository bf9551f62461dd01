import type { FastifyInstance, FastifyRequest } from 'fastify';

import { AppError } from '../errors/app-error.js';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A page of another site must not act on a service that listens on this machine: unsafe methods are taken from our
 * own pages and from programs (which send neither header), and any method under our own names only, so that a
 * foreign name that leads to this address (DNS rebinding) reads nothing.
 */
export function refuseForeignOrigins(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    if (!isLoopbackName(request.host)) throw foreign('the Host header names another machine');
    if (unsafe.has(request.method) && !isOwnPage(request))
      throw foreign('it comes from a page of another site');
  });
}

function isLoopbackName(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}

function isOwnPage({ headers, host, protocol }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || headers.origin === `${protocol}://${host}`;
}

const foreign = (why: string): AppError =>
  new AppError('http.foreign-origin', 'forbidden', `the request is refused: ${why}`);
