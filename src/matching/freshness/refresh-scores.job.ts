import { IsInt, Matches, Min } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

export class RefreshScores {
  @Matches(/^[0-9a-f]{32}$/)
  fingerprint!: string;

  @IsInt()
  @Min(0)
  since!: number;
}

/** Asks for a score run, because what ranking reads has changed since the last one. */
export const refreshScoresJob = defineJob({
  queue: 'matching',
  name: 'refresh-scores',
  payload: RefreshScores,
  id: ({ fingerprint, since }) => `refresh_${fingerprint}_${since}`,
});
