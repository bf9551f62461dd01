import { IsString, Length } from 'class-validator';

import { defineJob } from '../platform/queue/index.js';

/** Says nothing about anybody: who is due is found in the database. */
export class ChooseDigests {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Plans the digests that are due, and chooses what stands in those that were planned. */
export const chooseDigestsJob = defineJob({
  queue: 'mail',
  name: 'choose-digests',
  payload: ChooseDigests,
  id: ({ slot }) => `choose-digests_${slot}`,
});
