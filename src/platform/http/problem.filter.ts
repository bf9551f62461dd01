import { randomUUID } from 'node:crypto';

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { retryAfterSeconds, toProblem } from './problem.js';

const log = new Logger('http');

/** Answers every error as problem+json; what is our fault is written to the log under the correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(error, host.switchToHttp().getResponse<FastifyReply>());
  }
}

/** The same for what the server refuses before it looks for a route: an address that is none, or too long. */
export function sendProblem(error: unknown, reply: FastifyReply): void {
  const problem = toProblem(error, randomUUID());
  if (problem.status >= 500) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error(`${problem.code} ${problem.correlationId}`, problem.status === 503 ? undefined : stack);
  }
  const seconds = retryAfterSeconds(error, problem.status);
  if (seconds !== null) void reply.header('retry-after', String(seconds));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(problem);
}
