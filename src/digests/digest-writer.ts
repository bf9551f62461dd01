import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../accounts/index.js';
import { NeedShares } from '../consortia/index.js';
import { isListed, OpportunityReadModel } from '../opportunities/index.js';
import { OrganisationReadModel } from '../organisations/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { Letters, type Letter, type MailInHand, type Stop } from '../platform/mail/index.js';
import { isWorthAMail } from './digest.js';
import { digestLetter, silenceLetter, type DigestEnvelope } from './digest-letter.js';
import { digestMail } from './digest-mail.js';
import { DigestStore, type ChosenDigest } from './digest.store.js';
import { linkToken } from './link-token.js';

/** Writes digests at the last moment: still wanted, still a member, and nothing in it that has closed meanwhile. */
@Injectable()
export class DigestWriter {
  constructor(
    letters: Letters,
    private readonly digests: DigestStore,
    private readonly opportunities: OpportunityReadModel,
    private readonly clusters: ClusterReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly needs: NeedShares,
  ) {
    letters.write(digestMail, { compose: (unit, mail) => this.#compose(unit, mail) });
  }

  async #compose(unit: Unit, mail: MailInHand<{ readonly digest: string }>): Promise<Letter | Stop> {
    const digest = await this.digests.find(unit, mail.content.digest);
    if (!digest) return { stop: 'gone' };
    if (!digest.wanted) return { stop: 'opted-out' };
    const envelope = await this.envelope(unit, digest, { name: mail.to.name, base: mail.base });
    if (digest.state === 'note') return silenceLetter(envelope);
    const ids = digest.items.map(({ opportunity }) => opportunity);
    const cards = await this.opportunities.cards(unit, ids, await this.digests.now(unit));
    const isOpen = (id: string): boolean => isListed(cards.get(id)?.status ?? 'closed');
    const all = numbered(digest.items);
    const items = all.filter(({ opportunity }) => isOpen(opportunity));
    const closed = all.filter((item) => !items.includes(item));
    await this.digests.markClosed(
      unit,
      digest.id,
      closed.map(({ at }) => at),
    );
    const open = await this.needs.stillShown(
      unit,
      digest.waiting.needs.map(({ id }) => id),
      digest,
    );
    const needs = digest.waiting.needs.filter(({ id }) => open.has(id));
    const content = { items, saved: digest.saved, waiting: { ...digest.waiting, needs } };
    return isWorthAMail(content) ? digestLetter(content, envelope) : { stop: 'all-closed' };
  }

  /** What stands around the content. */
  async envelope(
    unit: Unit,
    digest: Pick<ChosenDigest, 'id' | 'user' | 'organisation' | 'clusters' | 'language'>,
    { name, base }: { readonly name: string; readonly base: string },
  ): Promise<DigestEnvelope> {
    const { id, user, organisation, clusters, language } = digest;
    const key = await this.digests.key(unit);
    const card = await this.organisations.card(unit, organisation);
    const cluster = (await this.clusters.all(unit)).find((one) => one.id === clusters[0]);
    return {
      language,
      name,
      organisation: card?.facts.legalName ?? '',
      cluster: (language === 'it' ? cluster?.nameIt : cluster?.nameEn) ?? '',
      base,
      subscriptionToken: linkToken(key, 'subscription', user),
      digestToken: linkToken(key, 'digest', id),
    };
  }
}

export const numbered = <T>(items: readonly T[]): (T & { readonly at: number })[] =>
  items.map((item, at) => ({ ...item, at }));
