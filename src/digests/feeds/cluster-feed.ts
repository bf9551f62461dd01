import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { atomText } from './atom-text.js';
import { callPage } from './call-page.js';
import { PublishedCalls } from './published-calls.js';

const mostEntries = 100;

/** What feed readers fetch by themselves. */
@Injectable()
export class ClusterFeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clusters: ClusterReadModel,
    private readonly published: PublishedCalls,
    private readonly address: PublicAddress,
  ) {}

  /**
   * What a cluster published: the calls that it added, and the pilots that it takes part in. Open to everybody.
   *
   * @throws {AppError} `accounts.cluster-not-found`
   */
  async text(slug: string, language: 'en' | 'it'): Promise<string> {
    const now = this.clock.now();
    const { cluster, cards } = await this.unitOfWork.run(systemScope(), async (unit) => {
      const found = await this.clusters.bySlug(unit, slug);
      return { cluster: found, cards: await this.published.of(unit, found, now) };
    });
    const name = language === 'it' ? cluster.nameIt : cluster.nameEn;
    const self = `${this.address.url}/api/v1/clusters/${cluster.slug}/feed.atom?language=${language}`;
    const entries = cards
      .map((card) => ({
        id: `urn:uuid:${card.id}`,
        title: card.title,
        url: callPage(this.address.url, card),
        updated: new Date(card.observedAt),
        summary: card.sections.find(({ kind }) => kind === 'summary')?.text.slice(0, 500) ?? card.identifier,
      }))
      .sort((a, b) => b.updated.getTime() - a.updated.getTime() || Number(a.id > b.id) - Number(a.id < b.id))
      .slice(0, mostEntries);
    return atomText({ id: self, title: name, self, language, author: name, entries });
  }
}
