import { IsUUID } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

export class PrepareRun {
  @IsUUID()
  runId!: string;
}

/** Brings the snapshot up to date for a run that was asked for, and cuts the run into blocks. */
export const prepareRunJob = defineJob({
  queue: 'matching',
  name: 'prepare-run',
  payload: PrepareRun,
  id: ({ runId }) => `prepare-run_${runId}`,
});
