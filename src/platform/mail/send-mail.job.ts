import { IsString, Length } from 'class-validator';

import { defineJob } from '../queue/index.js';

/** Says nothing about any mail: what is due is found in the database. */
export class SendMail {
  /** tells one wake-up from the next */
  @IsString()
  @Length(1, 60)
  wake!: string;
}

/** Sends what is due. */
export const sendMailJob = defineJob({
  queue: 'mail',
  name: 'send-mail',
  payload: SendMail,
  id: ({ wake }) => `send-mail_${wake}`,
});
