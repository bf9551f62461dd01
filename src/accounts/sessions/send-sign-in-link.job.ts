import { IsUUID } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

export class SendSignInLink {
  @IsUUID()
  linkId!: string;
}

/** Mails a link that was asked for; there may be nobody to mail it to. */
export const sendSignInLinkJob = defineJob({
  queue: 'mail',
  name: 'send-sign-in-link',
  payload: SendSignInLink,
  id: ({ linkId }) => `send-sign-in-link_${linkId}`,
});
