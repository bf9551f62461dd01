import { ApiProperty } from '@nestjs/swagger';

import type { SourceAge } from './source.js';

/** How old the data of one source are. */
export class SourceStampResponse {
  /** `portal`, `partner-search`, `cordis`, `work-programme`, `pilots`, `demo`. */
  name!: string;

  /** The moment the data show, as the source dates them; null where it does not say. */
  dataAt!: string | null;

  /** When they were last renewed, or found to be the newest there are. */
  lastGoodAt!: string | null;

  /** Older than this source may become: something keeps it from being renewed. */
  old!: boolean;

  /** The last attempt to renew it failed; what is shown is the last good data. */
  failing!: boolean;
}

export class SourceResponse extends SourceStampResponse {
  lastAttemptAt!: string | null;

  /** `applied`, `unchanged`, `failed`; null before the first attempt ended. */
  lastResult!: string | null;

  /** What went wrong in the last attempt, and what to do; null where it went well. */
  problem!: string | null;

  /** Attempts that failed since the last good one. */
  failures!: number;

  /** It is being fetched just now. */
  running!: boolean;

  /** What the last good pass found: `{ "new": 3, "same": 1212 }`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts!: Record<string, number>;

  /** Its import, with the details. */
  importRunId!: string | null;
}

export class SourceListResponse {
  @ApiProperty({ type: [SourceResponse] })
  items!: SourceResponse[];
}

export function toSourceStamp({ name, dataAt, lastGoodAt, old, failures }: SourceAge): SourceStampResponse {
  return { name, dataAt, lastGoodAt, old, failing: failures > 0 };
}

export function toSourceResponse(age: SourceAge): SourceResponse {
  const { lastAttemptAt, lastResult, problem, failures, running, counts, importRunId } = age;
  return {
    ...toSourceStamp(age),
    lastAttemptAt,
    lastResult,
    problem,
    failures,
    running,
    counts: { ...counts },
    importRunId,
  };
}
