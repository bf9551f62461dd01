import { Injectable } from '@nestjs/common';

import type { Cluster } from '../../accounts/index.js';
import {
  OpportunityReadModel,
  SavedEvents,
  type CallChange,
  type OpportunityCard,
} from '../../opportunities/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { firstToLast } from '../alerts/told-change.js';
import { DigestCountsReadModel, type DigestCounts } from '../digest-counts.read-model.js';
import { callPage } from '../feeds/call-page.js';
import { PublishedCalls } from '../feeds/published-calls.js';
import { inParts, mostCalls, type WebhookEvent } from './webhook-event.js';

/** Digests of so many days are looked at; a week's numbers are told again when they have changed. */
const digestDays = 14;

/** Something to tell, known by a key that names this and no other. */
interface Keyed {
  readonly key: string;
}

/** All that is recent, as one cluster would be told of it. */
export interface Recent {
  readonly changes: readonly (Keyed & CallChange)[];
  readonly published: readonly (Keyed & { readonly card: OpportunityCard })[];
  readonly digests: readonly (Keyed & { readonly counts: DigestCounts })[];
}

/** What a webhook is sent. */
export interface WebhookMessage {
  readonly event: WebhookEvent;
  readonly data: object;
}

/** What happened of late that programs may be told of: nothing of it is about a person. */
@Injectable()
export class RecentNews {
  readonly #counts = new DigestCountsReadModel();

  constructor(
    private readonly events: SavedEvents,
    private readonly opportunities: OpportunityReadModel,
    private readonly published: PublishedCalls,
    private readonly address: PublicAddress,
  ) {}

  async of(unit: Unit, cluster: Cluster, now: Date): Promise<Recent> {
    const changes = await this.events.anywhere(unit);
    const published = await this.published.of(unit, cluster, now);
    const digests = await this.#counts.weeks(unit, cluster.id, digestDays);
    return {
      changes: changes.map((change) => ({ ...change, key: `change:${change.id}` })),
      published: published.map((card) => ({ card, key: `published:${card.id}:${card.version}` })),
      digests: digests
        .filter(({ underWay }) => underWay === 0)
        .map((counts) => ({ counts, key: `digest:${JSON.stringify(shownCounts(counts))}` })),
    };
  }

  async messages(
    unit: Unit,
    { changes, published, digests }: Recent,
    { slug }: Cluster,
    now: Date,
  ): Promise<WebhookMessage[]> {
    const calls = await this.#changed(unit, changes, now);
    const withdrawn = new Set(changes.filter((one) => one.withdrawn).map(({ opportunity }) => opportunity));
    const feed = `${this.address.url}/api/v1/clusters/${slug}/feed.atom`;
    const inLists = (event: WebhookEvent, list: readonly object[], also = {}): WebhookMessage[] =>
      inParts(list, mostCalls).map((opportunities) => ({ event, data: { ...also, opportunities } }));
    const isWithdrawn = ({ id }: { readonly id: string }): boolean => withdrawn.has(id);
    return [
      ...inLists('opportunity.withdrawn', calls.filter(isWithdrawn)),
      ...inLists(
        'opportunity.changed',
        calls.filter((call) => !isWithdrawn(call)),
      ),
      ...inLists(
        'cluster.published',
        published.map(({ card }) => this.#call(card)),
        { feed },
      ),
      ...digests.map(({ counts }) => ({ event: 'digest.sent' as const, data: shownCounts(counts) })),
    ];
  }

  /** Each call once, with what stood before and what stands now. */
  async #changed(unit: Unit, changes: readonly CallChange[], now: Date) {
    const ids = changes.map(({ id }) => id);
    const told = await this.events.changes(unit, ids);
    const cards = await this.opportunities.cards(unit, [...told.keys()], now);
    return [...cards.values()].map((card) => ({
      ...this.#call(card),
      changes: firstToLast(told.get(card.id) ?? []),
    }));
  }

  #call(card: OpportunityCard) {
    const { identifier, kind, title, status, url } = card;
    const page = callPage(this.address.url, card);
    return { id: card.id as string, identifier, kind, title, status, page, officialPage: url };
  }
}

/** What becomes known outside: how many mails, and nothing of what people said. */
const shownCounts = ({ week, readers, sent, silent, notSent, unknown }: DigestCounts) => ({
  ...{ week, readers, sent, silent, notSent, unknown },
});

/** The part of it that has none of these keys. */
export function without(recent: Recent, told: readonly string[]): Recent {
  const known = new Set(told);
  const isNew = ({ key }: Keyed): boolean => !known.has(key);
  return {
    changes: recent.changes.filter(isNew),
    published: recent.published.filter(isNew),
    digests: recent.digests.filter(isNew),
  };
}

export const keysOf = ({ changes, published, digests }: Recent): string[] =>
  [...changes, ...published, ...digests].map(({ key }) => key);
