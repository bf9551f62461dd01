import { randomUUID } from 'node:crypto';

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { retryAfterSeconds, toProblem } from './problem.js';

/** Answers every error as problem+json; what is our fault is written to the log under the correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, randomUUID());
    if (problem.status >= 500) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#log.error(`${problem.code} ${problem.correlationId}`, problem.status === 503 ? undefined : stack);
    }
    const seconds = retryAfterSeconds(error, problem.status);
    if (seconds !== null) void reply.header('retry-after', String(seconds));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}
