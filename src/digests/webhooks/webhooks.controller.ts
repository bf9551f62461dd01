import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope, signInNeeded, type LiveSession } from '../../accounts/index.js';
import {
  ChangeWebhookRequest,
  MadeWebhookResponse,
  MakeWebhookRequest,
  toWebhookDeliveryResponse,
  toWebhookResponse,
  WebhookDeliveryListResponse,
  WebhookListResponse,
  WebhookPath,
  WebhookSecretResponse,
} from './webhook.dto.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { Webhooks } from './webhooks.js';

/** Where a cluster's own programs are told by themselves of what happens. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly webhooks: Webhooks,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** Those of one's cluster, the switched-off ones too. */
  @Get()
  async list(): Promise<WebhookListResponse> {
    return { items: (await this.webhooks.list(this.scope.ofCaller())).map(toWebhookResponse) };
  }

  /** A new one, which is told of what happens from now on. The answer shows its secret this once. */
  @Post()
  @HttpCode(201)
  make(@Body() { url, events, cluster }: MakeWebhookRequest): Promise<MadeWebhookResponse> {
    return this.secrets.make(this.scope.ofCaller(), this.#session(), {
      ...{ url, events },
      cluster: cluster ?? null,
    });
  }

  /** Chooses what it is told of, or switches it off or on. What happened while it was off is not told later. */
  @Patch(':id')
  @HttpCode(204)
  async change(@Param() { id }: WebhookPath, @Body() { events, on }: ChangeWebhookRequest): Promise<void> {
    await this.webhooks.change(this.scope.ofCaller(), id, { events: events ?? null, on: on ?? null });
  }

  /** Another secret; messages are signed with the one before too for a day. */
  @Post(':id/secret')
  @HttpCode(200)
  async renew(@Param() { id }: WebhookPath): Promise<WebhookSecretResponse> {
    return { secret: await this.secrets.renew(this.scope.ofCaller(), this.#session(), id) };
  }

  /** Has a message sent that is a test; what became of it stands among the deliveries. */
  @Post(':id/test')
  @HttpCode(202)
  async test(@Param() { id }: WebhookPath): Promise<void> {
    await this.webhooks.test(this.scope.ofCaller(), id);
  }

  /** The last fifty messages, the newest first. */
  @Get(':id/deliveries')
  async deliveries(@Param() { id }: WebhookPath): Promise<WebhookDeliveryListResponse> {
    const lines = await this.webhooks.deliveries(this.scope.ofCaller(), id);
    return { items: lines.map(toWebhookDeliveryResponse) };
  }

  /** Removes it with what was sent to it. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param() { id }: WebhookPath): Promise<void> {
    await this.webhooks.remove(this.scope.ofCaller(), id);
  }

  #session(): LiveSession {
    const { session } = this.scope.caller();
    if (!session) throw signInNeeded();
    return session;
  }
}
