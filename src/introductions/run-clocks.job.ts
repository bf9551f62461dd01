import { IsString, Length } from 'class-validator';

import { defineJob } from '../platform/queue/index.js';

/** Says nothing about anybody: what is due is found in the database. */
export class RunClocksPayload {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Does what is due with requests: reminders, escalations, ends, turns that have come. */
export const runClocksJob = defineJob({
  queue: 'mail',
  name: 'run-introduction-clocks',
  payload: RunClocksPayload,
  id: ({ slot }) => `run-introduction-clocks_${slot}`,
});
