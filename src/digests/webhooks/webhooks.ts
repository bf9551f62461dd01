import { Injectable } from '@nestjs/common';

import { AuditTrail, Throttle, tooManyTries } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { TellWebhooks } from './tell-webhooks.js';
import { testEvent, webhookBody, type WebhookEvent } from './webhook-event.js';
import { onBehalf } from './webhook-secrets.js';
import { webhookNotFound, webhookOff } from './webhook.errors.js';
import {
  WebhookStore,
  type FoundWebhook,
  type WebhookDeliveryLine,
  type WebhookLine,
} from './webhook.store.js';

const testsAnHour = 30;

/** Where a cluster's own programs are told by themselves of what happens. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookStore,
    private readonly tell: TellWebhooks,
    private readonly throttle: Throttle,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope): Promise<WebhookLine[]> {
    return this.unitOfWork.run(scope, (unit) => this.webhooks.list(unit));
  }

  /** Chooses what it is told, or switches it off or on. What happened while it was off is not told later. */
  async change(
    scope: Scope,
    id: string,
    { events, on }: { readonly events: readonly WebhookEvent[] | null; readonly on: boolean | null },
  ): Promise<void> {
    const beginsAgain = await this.#with(scope, id, async (unit, { cluster, off }) => {
      if (events) await this.webhooks.choose(unit, id, events);
      if (on === false) await this.webhooks.switchOff(unit, id, 'by-hand');
      if (on === true) await this.webhooks.switchOn(unit, id);
      const subject = { webhook: id, events: events?.join(' ') ?? null, on };
      await this.audit.record(unit, 'webhook.changed', subject, { cluster });
      return on === true && off;
    });
    if (beginsAgain) await this.tell.begin(id);
  }

  /** Has a message sent that says nothing but that it is a test. @throws {AppError} `webhooks.off` */
  async test(scope: Scope, id: string): Promise<void> {
    const limit = { name: 'webhook.test', of: id, most: testsAnHour, windowSeconds: 3_600 };
    const wait = await this.throttle.tryOnce([limit]);
    if (wait !== null) throw tooManyTries(wait);
    await this.#with(scope, id, async (unit, { cluster, off }) => {
      if (off) throw webhookOff();
      const body = webhookBody(testEvent, this.clock.now(), { webhook: id });
      await this.webhooks.put(unit, [{ webhook: id, cluster, event: testEvent, body }]);
      await this.webhooks.wake(unit, cluster);
    });
  }

  async remove(scope: Scope, id: string): Promise<void> {
    await this.#with(scope, id, async (unit, { cluster }) => {
      await this.webhooks.remove(unit, id);
      await this.audit.record(unit, 'webhook.removed', { webhook: id }, { cluster });
    });
  }

  /** The last fifty messages, the newest first. @throws {AppError} `webhooks.not-found` */
  deliveries(scope: Scope, id: string): Promise<WebhookDeliveryLine[]> {
    return this.#with(scope, id, (unit) => this.webhooks.deliveries(unit, id));
  }

  #with<T>(scope: Scope, id: string, work: (unit: Unit, found: FoundWebhook) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(onBehalf(scope), async (unit) => {
      const found = await this.webhooks.find(unit, id);
      if (!found) throw webhookNotFound();
      return work(unit, found);
    });
  }
}
