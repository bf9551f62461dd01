import { AppError, type ErrorContext, type ErrorKind } from '../errors/app-error.js';

/** Kinds of failure that trying again cannot cure; everything else is tried again with growing delay. */
const permanentKinds: ReadonlySet<ErrorKind> = new Set(['invalid', 'not-found', 'conflict', 'ambiguous']);

/** Whether a failed job or unit is parked at once instead of being tried again. */
export function isPermanent(error: unknown): boolean {
  return error instanceof AppError && permanentKinds.has(error.kind);
}

/**
 * What may be stored and logged about a failure: our own errors in full, of others only name, code and constraint,
 * because a driver's or parser's message quotes the values it failed on.
 */
export function describeError(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`.slice(0, 500);
  if (!(error instanceof Error)) return 'something was thrown that is not an error';
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const details = [code, constraint].filter((detail) => typeof detail === 'string');
  return [error.name, ...details].join(' ').slice(0, 500);
}

/** A definition that can never work: found when the program starts, not when the first job runs. */
export function invalidDefinition(what: string, context: ErrorContext): AppError {
  return new AppError('queue.invalid-definition', 'internal', what, { context });
}

/** The worker would take jobs that nobody handles. */
export function unhandledJobs(topics: readonly string[]): AppError {
  return new AppError(
    'queue.unhandled-jobs',
    'internal',
    `no handler for ${topics.join(', ')}: register exactly one for each declared job before the workers start`,
    { context: { topics } },
  );
}

export function handledTwice(topic: string): AppError {
  return new AppError(
    'queue.handled-twice',
    'internal',
    `${topic} has a handler already: a declared job has exactly one`,
    { context: { topic } },
  );
}

/** A payload that does not fit its class. Names properties and broken rules, never values. */
export function invalidPayload(topic: string, problems: readonly string[]): AppError {
  return new AppError('queue.invalid-payload', 'invalid', `payload of ${topic}: ${problems.join('; ')}`, {
    context: { topic, problems },
  });
}

export function payloadTooLarge(topic: string, bytes: number, limit: number): AppError {
  return new AppError(
    'queue.payload-too-large',
    'invalid',
    `payload of ${topic} has ${bytes} bytes, at most ${limit} are allowed: carry ids and versions, not rows`,
    { context: { topic, bytes, limit } },
  );
}

export function invalidJobId(topic: string, id: string): AppError {
  return new AppError(
    'queue.invalid-job-id',
    'internal',
    `id "${id}" of ${topic}: 1 to 200 letters, digits, "_", "-" and ".", at least one of them no digit, no ":"`,
    { context: { topic } },
  );
}

/** Another worker took the unit over while this one worked on it: what this one did is rolled back. */
export class UnitLostError extends AppError {
  constructor(unitId: string, fence: string) {
    super(
      'queue.unit-lost',
      'conflict',
      `unit ${unitId} was taken over: fence ${fence} is no longer current`,
      {
        context: { unitId, fence },
      },
    );
  }
}

/** A redelivered intention whose effect has already been committed: nothing is left to do. */
export class AlreadyDoneError extends AppError {
  constructor(outboxId: string) {
    super('queue.already-done', 'conflict', `intention ${outboxId} has had its effect already`, {
      context: { outboxId },
    });
  }
}

/** The work was handed back because this process stops; it counts neither as failure nor as crash. */
export class HandedBackError extends AppError {
  constructor() {
    super('queue.handed-back', 'unavailable', 'the worker is stopping; the work was handed back');
  }
}

/** The store answers, but must not be used as it is. */
export function storeUnfit(what: string, cause?: unknown): AppError {
  return new AppError('queue.store-unfit', 'invalid', what, { cause });
}

export function storeUnavailable(store: string, cause?: unknown): AppError {
  return new AppError(
    'queue.store-unavailable',
    'unavailable',
    `${store}, which holds the queues, cannot be reached; work is safe in PostgreSQL and goes on when it is back`,
    { cause },
  );
}

/** A unit that never ends is treated like one that ends its process. */
export class UnitTimedOutError extends AppError {
  constructor(unitId: string, timeoutMs: number) {
    super('queue.unit-timed-out', 'unavailable', `unit ${unitId} ran longer than ${timeoutMs} ms`, {
      context: { unitId, timeoutMs },
    });
  }
}
