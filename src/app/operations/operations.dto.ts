import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

import type { DeadLetter, HeardOf, WorkCounts } from '../../platform/queue/index.js';

export class WorkerResponse {
  id!: string;

  host!: string;

  pid!: number;

  /** `relay`, `workers`, `reconciler`. */
  roles!: string[];

  startedAt!: string;

  /** When it was last heard of; silent for a minute means that it should be restarted. */
  beatAt!: string;

  /** False while its clock is wrong or it is stopping. */
  taking!: boolean;

  /** Its clock minus the database's, in milliseconds; null where not measured. */
  skewMs!: number | null;
}

export class OperationsResponse {
  /** Where jobs wait: `postgres` or `redis`. */
  queue!: string;

  /** Units of work by state: `pending`, `leased`, `done`, `parked`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  units!: Record<string, number>;

  /** Short jobs that nobody has taken up yet. */
  undispatched!: number;

  /** Age of the oldest of them, in seconds; healthy below 60. */
  oldestSeconds!: number;

  /** Processes heard of within the last hour. */
  @ApiProperty({ type: [WorkerResponse] })
  workers!: WorkerResponse[];
}

export class DeadLetterParam {
  @IsUUID()
  id!: string;
}

export class DeadLetterResponse {
  id!: string;

  /** `unit` of a run, or a `job` on its own. */
  kind!: string;

  /** `score-block`, `mail/send-invitation`. */
  topic!: string;

  /** What its last try ended with; null where nothing was written down. */
  error!: string | null;

  failures!: number;

  /** How often its worker vanished. */
  crashes!: number;

  parkedAt!: string;
}

export class DeadLetterListResponse {
  /** At most 200, the newest first. */
  @ApiProperty({ type: [DeadLetterResponse] })
  items!: DeadLetterResponse[];
}

export function toOperations(
  queue: string,
  counts: WorkCounts,
  workers: readonly HeardOf[],
): OperationsResponse {
  const { units, undispatched, oldestSeconds } = counts;
  return {
    queue,
    units: Object.fromEntries(units),
    undispatched,
    oldestSeconds: Math.round(oldestSeconds),
    workers: workers.map((worker) => ({
      ...worker,
      roles: [...worker.roles],
      startedAt: worker.startedAt.toISOString(),
      beatAt: worker.beatAt.toISOString(),
    })),
  };
}

export const toDeadLetter = (letter: DeadLetter): DeadLetterResponse => ({
  ...letter,
  parkedAt: letter.parkedAt.toISOString(),
});
