import { randomUUID } from 'node:crypto';

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { retryAfterSeconds, toProblem, type Problem } from './problem.js';

/** How a page for people says a problem, where the address asked for is one; null where it is not. */
export type ProblemPage = (
  problem: Problem,
  request: Pick<FastifyRequest, 'url' | 'query' | 'headers'>,
) => { readonly html: string; readonly policy: string } | null;

/** Answers every error as problem+json, on a page for people as a page; what is our fault is written to the log under the correlation id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('http');
  readonly #page: ProblemPage;

  constructor(page: ProblemPage = () => null) {
    this.#page = page;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, randomUUID());
    if (problem.status >= 500) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#log.error(`${problem.code} ${problem.correlationId}`, problem.status === 503 ? undefined : stack);
    }
    const seconds = retryAfterSeconds(error, problem.status);
    if (seconds !== null) void reply.header('retry-after', String(seconds));
    const page = this.#page(problem, host.switchToHttp().getRequest<FastifyRequest>());
    if (page) {
      void reply
        .status(problem.status)
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', page.policy)
        .header('cache-control', 'no-store')
        .send(page.html);
      return;
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}
