import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, RecentProof, type LiveSession } from '../../accounts/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { TellWebhooks } from './tell-webhooks.js';
import { webhookTarget } from './webhook-address.js';
import type { WebhookEvent } from './webhook-event.js';
import { WebhookSettings } from './webhook-settings.js';
import { newWebhookSecret, shownSecret } from './webhook-signature.js';
import { tooManyWebhooks, webhookClusterNotSaid, webhookNotFound } from './webhook.errors.js';
import { WebhookStore } from './webhook.store.js';

const mostWebhooks = 10;

/** What somebody says of a new webhook. */
export interface WantedWebhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** short name of the cluster; null where they have one only */
  readonly cluster: string | null;
}

/** Makes webhooks and their secrets: who does so has just shown who they are. */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly webhooks: WebhookStore,
    private readonly clusters: ClusterReadModel,
    private readonly settings: WebhookSettings,
    private readonly tell: TellWebhooks,
    private readonly proof: RecentProof,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the secret, shown this once
   * @throws {AppError} `webhooks.address-refused`, `webhooks.too-many`, `webhooks.cluster-not-said`,
   *   `accounts.cluster-not-found`, and those of a recent proof
   */
  async make(
    scope: Scope,
    session: LiveSession,
    wanted: WantedWebhook,
  ): Promise<{ id: string; secret: string }> {
    const { href, host } = webhookTarget(wanted.url, this.settings).url;
    await this.#proved(session);
    const secret = newWebhookSecret();
    const id = await this.unitOfWork.run(onBehalf(scope), async (unit) => {
      const cluster = await this.#cluster(unit, wanted.cluster);
      if ((await this.webhooks.count(unit, cluster)) >= mostWebhooks) throw tooManyWebhooks(mostWebhooks);
      const { events } = wanted;
      const made = { cluster, url: href, events, secret, by: session.user.id };
      const webhook = await this.webhooks.make(unit, made);
      await this.audit.record(unit, 'webhook.made', { webhook, host, events: events.join(' ') }, { cluster });
      return webhook;
    });
    await this.tell.begin(id);
    return { id, secret: shownSecret(secret) };
  }

  /** @returns the new secret, shown this once; the one before signs too for a day. @throws {AppError} `webhooks.not-found` */
  async renew(scope: Scope, session: LiveSession, id: string): Promise<string> {
    await this.#proved(session);
    const secret = newWebhookSecret();
    await this.unitOfWork.run(onBehalf(scope), async (unit) => {
      const found = await this.webhooks.find(unit, id);
      if (!found) throw webhookNotFound();
      await this.webhooks.renew(unit, id, secret);
      await this.audit.record(unit, 'webhook.secret-renewed', { webhook: id }, { cluster: found.cluster });
    });
    return shownSecret(secret);
  }

  async #cluster(unit: Unit, slug: string | null): Promise<string> {
    if (slug !== null) return (await this.clusters.ownBySlug(unit, slug)).id;
    const [only, another] = unit.scope.clusters;
    if (only === undefined || another !== undefined) throw webhookClusterNotSaid();
    return only;
  }

  async #proved(session: LiveSession): Promise<void> {
    await this.unitOfWork.run(systemScope(), (unit) => this.proof.require(unit, session));
  }
}

/** Rows of a cluster are written by its officers; for its managers the service does it, in their clusters alone. */
export const onBehalf = ({ clusters, user }: Scope): Scope => ({
  ...systemScope(clusters),
  ...(user === undefined ? {} : { user }),
});
