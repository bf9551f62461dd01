import { BadRequestException } from '@nestjs/common';

import { AppError } from '../errors/app-error.js';
import { toProblem } from './problem.js';

describe('a problem', () => {
  it('carries the code and the message of our own errors', () => {
    const problem = toProblem(
      new AppError('opportunities.not-found', 'not-found', 'no opportunity "X"'),
      'c-1',
    );
    expect(problem).toMatchObject({
      status: 404,
      code: 'opportunities.not-found',
      detail: 'no opportunity "X"',
      correlationId: 'c-1',
    });
  });

  it('lists every refused field', () => {
    const problem = toProblem(
      new BadRequestException(['limit must be at most 100', 'country is unknown']),
      'c-1',
    );
    expect(problem).toMatchObject({
      status: 400,
      problems: ['limit must be at most 100', 'country is unknown'],
    });
  });

  it('says nothing of the inside of a failure', () => {
    const told = JSON.stringify(toProblem(new Error('select secret from organisation'), 'c-1'));
    expect(told).not.toContain('secret');
    expect(JSON.parse(told)).toMatchObject({ status: 500, code: 'internal' });
  });

  it('asks to try again later when something we depend on is down', () => {
    expect(toProblem(new AppError('database.unavailable', 'unavailable', 'down'), 'c').status).toBe(503);
  });
});
