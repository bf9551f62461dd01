import { IsString, Length } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

/** Says nothing about anybody: which reports are due is found in the database. */
export class ReportSlot {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Counts what is due to staff and managers, and puts the mails. */
export const sendReportsJob = defineJob({
  queue: 'mail',
  name: 'send-reports',
  payload: ReportSlot,
  id: ({ slot }) => `send-reports_${slot}`,
});
