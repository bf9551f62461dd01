import { IsInt, IsOptional, IsString } from 'class-validator';

import type { Unit } from '../../src/platform/database/unit-of-work.js';
import { defineJob } from '../../src/platform/queue/define-job.js';
import { defineUnitWork } from '../../src/platform/queue/define-unit-work.js';
import { JobRegistry, type JobHandler, type UnitHandler } from '../../src/platform/queue/job-registry.js';

/** The work that tests of the queue do: every task leaves one row in the table `effect`. */
export class Task {
  @IsInt()
  n!: number;

  /** what goes wrong with it; up to the handler */
  @IsOptional()
  @IsString()
  mode?: string;
}

export const note = defineJob({
  queue: 'notes',
  name: 'note',
  payload: Task,
  id: ({ n }) => `note_${n}`,
  options: { attempts: 2, backoff: { type: 'exponential', delay: 10, jitter: 0 } },
});

export const count = defineUnitWork({
  kind: 'count',
  queue: 'counting',
  payload: Task,
  leaseMs: 1_500,
  timeoutMs: 5_000,
  maxFailures: 3,
  retryDelayMs: 1,
});

export const writeEffect =
  (n: number) =>
  (unit: Unit): Promise<unknown> =>
    unit.manager.query('insert into effect (n) values ($1)', [n]);

/** Handlers for both, the plain ones unless told otherwise. */
export function workRegistry(
  handlers: {
    readonly count?: UnitHandler<Task>['handle'];
    readonly settled?: NonNullable<UnitHandler<Task>['settled']>;
    readonly note?: JobHandler<Task>;
  } = {},
): JobRegistry {
  const { settled } = handlers;
  return new JobRegistry()
    .handleUnits(count, {
      handle: handlers.count ?? (async ({ n }) => writeEffect(n)),
      ...(settled ? { settled } : {}),
    })
    .handle(note, handlers.note ?? (async ({ n }) => writeEffect(n)));
}

export const numbers = (size: number): number[] => Array.from({ length: size }, (_, at) => at);
