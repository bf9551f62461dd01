import { AppError, type ErrorKind } from '../errors/app-error.js';

/** RFC 9457, with our stable code and a correlation id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** stable: `opportunities.not-found` */
  readonly code: string;
  /** for people: what, where, which value, what to do */
  readonly detail: string;
  /** names this answer in the service's log */
  readonly correlationId: string;
  /** of a refused request: one line per field */
  readonly problems?: readonly string[];
}

/** The one table from kinds of failure to HTTP. */
const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  ambiguous: 409,
  unauthenticated: 401,
  forbidden: 403,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not as documented',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  414: 'Too long a name in the path',
  415: 'Unsupported media type',
  422: 'The input is wrong',
  429: 'Too many requests',
  500: 'Our fault',
  503: 'Not available now',
};

/** What a client is told of an error: never a stack, SQL or a value that it did not send itself. */
export function toProblem(error: unknown, correlationId: string): Problem {
  if (error instanceof AppError) {
    const detail = error.kind === 'internal' ? internalDetail : error.message;
    return problem(statusOf[error.kind], error.code, detail, correlationId);
  }
  const http = httpStatus(error);
  if (http !== null && http.status < 500) {
    const code = codes[http.status] ?? 'http.refused';
    const base = problem(
      http.status,
      code,
      http.messages[0] ?? titles[http.status] ?? 'Refused',
      correlationId,
    );
    return http.messages.length > 1 ? { ...base, problems: http.messages } : base;
  }
  return problem(500, 'internal', internalDetail, correlationId);
}

/** When asking again can help, in seconds; null where it cannot. */
export function retryAfterSeconds(error: unknown, status: number): number | null {
  if (status === 503) return 5;
  const said = error instanceof AppError ? error.context['retryAfterSeconds'] : null;
  return status === 429 && typeof said === 'number' ? said : null;
}

const internalDetail = 'something went wrong on our side; it was written down under the correlation id';

const codes: Readonly<Record<number, string>> = {
  400: 'http.bad-request',
  404: 'http.not-found',
  405: 'http.method-not-allowed',
  413: 'http.too-large',
  414: 'http.name-too-long',
  415: 'http.unsupported-media-type',
};

function problem(status: number, code: string, detail: string, correlationId: string): Problem {
  return {
    type: `urn:tessera:problem:${code}`,
    title: titles[status] ?? 'Refused',
    status,
    code,
    detail,
    correlationId,
  };
}

/** What Nest's and Fastify's own errors carry: a status, and for a refused body one message per field. */
function httpStatus(error: unknown): { status: number; messages: readonly string[] } | null {
  if (typeof error !== 'object' || error === null) return null;
  const { status, statusCode, response, message } = error as Record<string, unknown>;
  const number = typeof status === 'number' ? status : statusCode;
  if (typeof number !== 'number' || number < 400 || number > 599) return null;
  const inner =
    typeof response === 'object' && response !== null ? (response as { message?: unknown }).message : null;
  const messages = Array.isArray(inner) ? inner : [inner ?? message];
  return { status: number, messages: messages.filter((text): text is string => typeof text === 'string') };
}
