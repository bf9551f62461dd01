import { IsString, Length } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

/** Says nothing about anybody: whom to remind is found in the database. */
export class RemindInvited {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Reminds those who did not answer an invitation. */
export const remindInvitedJob = defineJob({
  queue: 'mail',
  name: 'remind-invited',
  payload: RemindInvited,
  id: ({ slot }) => `remind-invited_${slot}`,
});
