import { IsUUID } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

export class SendInvitation {
  @IsUUID()
  invitationId!: string;
}

/** Mails an invitation that was decided on. */
export const sendInvitationJob = defineJob({
  queue: 'mail',
  name: 'send-invitation',
  payload: SendInvitation,
  id: ({ invitationId }) => `send-invitation_${invitationId}`,
});
