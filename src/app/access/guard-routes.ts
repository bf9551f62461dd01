import type { FastifyInstance, FastifyRequest } from 'fastify';

import {
  foreignPage,
  mayUse,
  notAllowed,
  onBehalfOf,
  policyOf,
  signInNeeded,
  withheldFields,
  withoutFields,
  type AccessMatrix,
  type AccessPolicy,
  type Caller,
} from '../../accounts/index.js';
import { routesWithoutPolicy } from './access.errors.js';

/** `GET /api/v1/opportunities/:reference`: how the matrix calls a route. Asking for the head alone is reading too. */
export const routeName = (method: string, url: string): string =>
  `${method === 'HEAD' ? 'GET' : method} ${url}`;

/**
 * Serves a route only to callers whose role the matrix lists for it, whoever registered the route, and does not start
 * with one that the matrix does not list. To be called before any route is registered.
 *
 * @param identify says who sends a request
 * @param requireToday throws where somebody signed in too long ago for a route that asks for a fresh sign-in
 */
export function guardRoutes(
  server: FastifyInstance,
  matrix: AccessMatrix,
  identify: (request: FastifyRequest) => Promise<Caller>,
  requireToday: (session: Caller['session']) => void,
): void {
  const asked = new WeakMap<FastifyRequest, { readonly caller: Caller; readonly policy: AccessPolicy }>();
  const registered = new Set<string>();

  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) registered.add(routeName(one, url));
  });
  server.addHook('onReady', async () => {
    const open = [...registered].filter((route) => !policyOf(matrix, route));
    if (open.length > 0) throw routesWithoutPolicy(open.sort());
  });

  server.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const route = routeName(request.method, request.routeOptions.url ?? '');
    const policy = policyOf(matrix, route);
    if (!policy) throw notAllowed(route);
    const caller = await identify(request);
    if (!mayUse(policy, caller.roles)) {
      throw caller.roles.includes('anonymous') ? signInNeeded() : notAllowed(route);
    }
    if (caller.session && isUnsafe(request) && !saysWhereFrom(request)) throw foreignPage();
    if (policy.fresh) requireToday(caller.session);
    asked.set(request, { caller, policy });
  });
  // After the body has been read: what reads it does so in a context of its own.
  server.addHook('preHandler', (request, _reply, done) => {
    const found = asked.get(request);
    if (found) onBehalfOf(found.caller, done);
    else done();
  });
  server.addHook('preSerialization', async (request, reply, answer: unknown) => {
    const found = asked.get(request);
    if (!found || reply.statusCode >= 400) return answer;
    return withoutFields(answer, withheldFields(found.policy, found.caller.roles));
  });
}

const isUnsafe = ({ method }: FastifyRequest): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** A browser sends one of them with every unsafe request; what it says is checked before (same-origin.ts). */
const saysWhereFrom = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
