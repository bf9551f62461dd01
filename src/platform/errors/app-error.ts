/**
 * What kind of failure this is; the edges translate it (HTTP status, exit code, retry or not) in one table each.
 *
 * - `invalid`: the input is wrong and will stay wrong; a person must change it
 * - `not-found`: what was named does not exist, or may not be seen (the same answer for both)
 * - `conflict`: it exists, but not in a state that allows this
 * - `ambiguous`: the name fits several things; the message lists them
 * - `unauthenticated`: it is not known who asks, and it must be
 * - `forbidden`: it is known who asks, and they may not
 * - `too-many`: asked too often; waiting cures it
 * - `unavailable`: something we depend on is down; trying again later can work
 * - `internal`: our fault
 */
export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'ambiguous'
  | 'unauthenticated'
  | 'forbidden'
  | 'too-many'
  | 'unavailable'
  | 'internal';

/** Ids, counts and positions only: never names, addresses or file contents. */
export type ErrorContext = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

/**
 * The one error class of the service.
 *
 * `code` is public and never renamed (`opportunities.not-found`); `message` is for people and says what, where,
 * which value and what to do. It knows neither HTTP nor retries.
 */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly context: ErrorContext;

  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    options: { context?: ErrorContext; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.kind = kind;
    this.context = options.context ?? {};
  }
}
