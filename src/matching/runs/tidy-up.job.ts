import { IsISO8601 } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

export class TidyUp {
  /** the day it is done for: once a day is enough */
  @IsISO8601()
  day!: string;
}

/** Lets go of runs whose time is up, and of snapshot parts that no run refers to any more. */
export const tidyUpJob = defineJob({
  queue: 'matching',
  name: 'tidy-up',
  payload: TidyUp,
  id: ({ day }) => `tidy-up_${day}`,
});
