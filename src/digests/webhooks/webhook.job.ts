import { IsString, Length } from 'class-validator';

import { defineJob } from '../../platform/queue/index.js';

/** Says nothing about anybody: what is to be told and sent is found in the database. */
export class WebhookWake {
  @IsString()
  @Length(1, 40)
  slot!: string;
}

/** Looks what happened that webhooks were not told of. */
export const tellWebhooksJob = defineJob({
  queue: 'webhooks',
  name: 'tell-webhooks',
  payload: WebhookWake,
  id: ({ slot }) => `tell-webhooks_${slot}`,
});

/** Sends what is due; in a queue of its own, so that a slow receiver keeps no mail waiting. */
export const sendWebhooksJob = defineJob({
  queue: 'webhooks',
  name: 'send-webhooks',
  payload: WebhookWake,
  id: ({ slot }) => `send-webhooks_${slot}`,
});
