import { IsString, Length } from 'class-validator';

import { defineJob } from '../../../platform/queue/index.js';

/** Says nothing about anybody: whose address it is is found in the database. */
export class TellSuspended {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Tells clusters of addresses that are not written to any more. */
export const tellSuspendedJob = defineJob({
  queue: 'mail',
  name: 'tell-suspended',
  payload: TellSuspended,
  id: ({ slot }) => `tell-suspended_${slot}`,
});
