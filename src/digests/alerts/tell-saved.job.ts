import { IsString, Length } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

/** Says nothing about anybody: whom to tell of what is found in the database. */
export class TellSaved {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Tells people of what happened to what they saved. */
export const tellSavedJob = defineJob({
  queue: 'mail',
  name: 'tell-saved',
  payload: TellSaved,
  id: ({ slot }) => `tell-saved_${slot}`,
});
