import { Injectable } from '@nestjs/common';

import { ClusterReadModel, type Cluster } from '../../accounts/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { DigestStore } from '../digest.store.js';
import { keysOf, RecentNews, without } from './recent-news.js';
import { webhookBody } from './webhook-event.js';
import { WebhookStore, type ListeningWebhook } from './webhook.store.js';

/**
 * Has programs told of what they were not told of. Each webhook keeps the keys of what is recent and was told: what has
 * no key there is new, whenever it was written down and however often somebody looks.
 */
@Injectable()
export class TellWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly webhooks: WebhookStore,
    private readonly news: RecentNews,
    private readonly digests: DigestStore,
  ) {}

  /** @returns how many messages are to be sent */
  async tell(): Promise<number> {
    return this.#each(null, async (unit, webhook, cluster) => {
      const now = await this.digests.now(unit);
      const recent = await this.news.of(unit, cluster, now);
      const unheard = without(recent, webhook.told);
      const wanted = (await this.news.messages(unit, unheard, cluster, now)).filter(({ event }) =>
        webhook.events.includes(event),
      );
      await this.webhooks.put(
        unit,
        wanted.map(({ event, data }) => ({
          ...{ webhook: webhook.id, cluster: webhook.cluster, event },
          body: webhookBody(event, now, { cluster: cluster.slug, ...data }),
        })),
      );
      await this.#remember(unit, webhook, keysOf(recent));
      return wanted.length;
    });
  }

  /** What is there now is no news to a webhook that begins to listen. */
  async begin(id: string): Promise<void> {
    await this.#each(id, async (unit, webhook, cluster) => {
      await this.#remember(
        unit,
        webhook,
        keysOf(await this.news.of(unit, cluster, await this.digests.now(unit))),
      );
      return 0;
    });
  }

  async #remember(unit: Unit, { id, told }: ListeningWebhook, keys: readonly string[]): Promise<void> {
    const known = new Set(told);
    if (keys.length === known.size && keys.every((key) => known.has(key))) return;
    await this.webhooks.remember(unit, id, keys);
  }

  /** One after the other, in all clusters: memberships and digests are the clusters' rows. */
  async #each(
    only: string | null,
    work: (unit: Unit, webhook: ListeningWebhook, cluster: Cluster) => Promise<number>,
  ): Promise<number> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return this.unitOfWork.run(systemScope(all.map(({ id }) => id as string)), async (unit) => {
      let sum = 0;
      for (const webhook of await this.webhooks.listening(unit, only)) {
        const cluster = all.find(({ id }) => id === webhook.cluster);
        if (cluster) sum += await work(unit, webhook, cluster);
      }
      await this.webhooks.forgetOld(unit);
      return sum;
    });
  }
}
