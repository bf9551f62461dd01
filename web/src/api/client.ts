import createClient from 'openapi-fetch';

import { problemOf } from './problem.js';
import type { paths } from './schema.js';

/** The service's interface, typed by docs/openapi.json (`npm run openapi` writes both). */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call answered, for Query: `queryFn: () => answered(api.GET('/api/v1/sources'))`.
 *
 * @throws {ProblemError} what the service said, or that it could not be reached
 */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw problemOf(0, null, cause);
  });
  if (!response.ok) throw problemOf(response.status, error ?? null);
  return data as T;
}
