import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';

import { webhookEvents, type WebhookEvent } from './webhook-event.js';
import type { WebhookDeliveryLine, WebhookLine } from './webhook.store.js';

export class MakeWebhookRequest {
  /** An address that begins with https:// and leads to a public host. */
  @IsString()
  @Length(1, 2_000)
  url!: string;

  /** What it is told of. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(webhookEvents, { each: true })
  events!: WebhookEvent[];

  /** Short name of the cluster, for staff of several. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  cluster?: string;
}

export class ChangeWebhookRequest {
  /** What it is told of from now on; left out: as before. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @ArrayUnique()
  @IsIn(webhookEvents, { each: true })
  events?: WebhookEvent[];

  /** false: nothing is sent any more; left out: as before. */
  @IsOptional()
  @IsBoolean()
  on?: boolean;
}

export class WebhookPath {
  @IsUUID()
  id!: string;
}

export class MadeWebhookResponse {
  id!: string;

  /** What messages are signed with, shown this once: `whsec_…`, as the Standard Webhooks specification writes it. */
  secret!: string;
}

export class WebhookSecretResponse {
  /** Shown this once; the one before signs too for a day. */
  secret!: string;
}

export class WebhookResponse {
  id!: string;

  /** Short name of the cluster. */
  cluster!: string;

  url!: string;

  @ApiProperty({ enum: webhookEvents, isArray: true })
  events!: WebhookEvent[];

  createdAt!: string;

  /** When it was given another secret; null: never. */
  secretSince!: string | null;

  /** Since when nothing arrives; null: the last message did, or there was none. */
  failingSince!: string | null;

  /** Since when nothing is sent; null: it is on. */
  offSince!: string | null;

  /** `failing`: nothing arrived for five days; `gone`: it answered 410. */
  offWhy!: 'by-hand' | 'failing' | 'gone' | null;
}

export class WebhookListResponse {
  @ApiProperty({ type: [WebhookResponse] })
  items!: WebhookResponse[];
}

export class WebhookDeliveryResponse {
  /** Its `webhook-id`. */
  id!: string;

  /** `opportunity.changed`, …; `webhook.test` for a test. */
  event!: string;

  state!: 'due' | 'claimed' | 'arrived' | 'failed';

  tries!: number;

  /** What the other side answered last; null: nothing. */
  status!: number | null;

  /** Why it did not arrive; null: it did, or was not tried yet. */
  problem!: string | null;

  /** How long the last try took. */
  tookMs!: number | null;

  createdAt!: string;

  /** null: it is not tried again */
  nextTryAt!: string | null;
}

export class WebhookDeliveryListResponse {
  @ApiProperty({ type: [WebhookDeliveryResponse] })
  items!: WebhookDeliveryResponse[];
}

export const toWebhookResponse = (line: WebhookLine): WebhookResponse => ({
  id: line.id,
  cluster: line.cluster,
  url: line.url,
  events: [...line.events],
  createdAt: line.createdAt.toISOString(),
  secretSince: line.renewedAt?.toISOString() ?? null,
  failingSince: line.failingSince?.toISOString() ?? null,
  offSince: line.offSince?.toISOString() ?? null,
  offWhy: line.offWhy,
});

export const toWebhookDeliveryResponse = (line: WebhookDeliveryLine): WebhookDeliveryResponse => ({
  id: line.id,
  event: line.event,
  state: line.state,
  tries: line.tries,
  status: line.status,
  problem: line.problem,
  tookMs: line.tookMs,
  createdAt: line.createdAt.toISOString(),
  nextTryAt: line.nextTryAt?.toISOString() ?? null,
});
