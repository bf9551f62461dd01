import { Injectable } from '@nestjs/common';

import { Letters } from '../../platform/mail/index.js';
import { JobRegistry } from '../../platform/queue/index.js';
import { webhookOffLetter, webhookOffMail } from './webhook-off-mail.js';
import { TellWebhooks } from './tell-webhooks.js';
import { WebhookSender } from './webhook-sender.js';
import { sendWebhooksJob, tellWebhooksJob } from './webhook.job.js';
import { WebhookStore } from './webhook.store.js';

/** Looks every five minutes for news, and every minute for what is to be tried again. */
@Injectable()
export class WebhookProcessor {
  constructor(
    registry: JobRegistry,
    letters: Letters,
    news: TellWebhooks,
    sender: WebhookSender,
    webhooks: WebhookStore,
  ) {
    letters.write(webhookOffMail, {
      compose: (_unit, { content, to, language, base }) =>
        Promise.resolve(webhookOffLetter(content, { name: to.name, language, base })),
    });
    registry.handle(tellWebhooksJob, async (_, { signal }) => {
      if ((await news.tell()) > 0) await sender.sendDue(signal);
    });
    registry.handle(sendWebhooksJob, async (_, { signal }) => {
      await sender.sendDue(signal);
    });
    registry.sweep('webhook-news', async (unit) => {
      if (!(await webhooks.anyListening(unit))) return [];
      const [row] = await unit.manager.query<{ slot: string }[]>(
        `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24') || (extract(minute from now())::int / 5) as slot`,
      );
      return [{ job: tellWebhooksJob, payload: { slot: row?.slot ?? '' } }];
    });
    registry.sweep('due-webhooks', async (unit) => {
      if (!(await sender.anyDue(unit))) return [];
      const [row] = await unit.manager.query<{ slot: string }[]>(
        `select to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDD-HH24MISS') as slot`,
      );
      return [{ job: sendWebhooksJob, payload: { slot: row?.slot ?? '' } }];
    });
  }
}
