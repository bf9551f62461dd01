/** What the service says of a request that it refused or could not serve (application/problem+json). */
export class ProblemError extends Error {
  constructor(
    /** HTTP status; 0 where the service was not reached */
    readonly status: number,
    /** stable: `opportunities.not-found`; `unreachable` where the service was not reached */
    readonly code: string,
    /** for people, as the service says it */
    readonly detail: string,
    /** one line per field, each beginning with the field's name */
    readonly problems: readonly string[],
    /** names this answer in the service's log; null where there was none */
    readonly correlationId: string | null,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** @param body what the service answered; null where it said nothing */
export function problemOf(status: number, body: unknown, cause?: unknown): ProblemError {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | null => (typeof said[name] === 'string' ? said[name] : null);
  const lines = Array.isArray(said['problems']) ? said['problems'] : [];
  return new ProblemError(
    status,
    text('code') ?? (status === 0 ? 'unreachable' : 'http.refused'),
    text('detail') ?? '',
    lines.filter((line): line is string => typeof line === 'string'),
    text('correlationId'),
    cause === undefined ? undefined : { cause },
  );
}

/**
 * The service's complaint about each field of a form: `{ email: 'email must be …' }`. A complaint that names none of
 * the fields is under `''`, to be shown above the form.
 */
export function problemsByField(error: unknown, fields: readonly string[]): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  const lines = error.problems.length > 0 ? error.problems : [error.detail];
  const found: Record<string, string> = {};
  for (const line of lines) {
    const named = fields.find((field) => line.startsWith(`${field} `) || line.startsWith(`${field}.`)) ?? '';
    found[named] ??= line;
  }
  return found;
}

/** Refusals that a new sign-in is the answer to. */
const stale = ['accounts.sign-in-again', 'accounts.second-factor-needed', 'accounts.session-not-found'];

export const asksForSignIn = (error: unknown): boolean =>
  error instanceof ProblemError && stale.includes(error.code);
