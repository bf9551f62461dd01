import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel } from '../../accounts/index.js';
import { isListed, OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { linkNotFound } from '../digest.errors.js';
import { atomText } from './atom-text.js';
import { CalendarFeedStore } from './calendar-feed.store.js';
import { calendarText, type CalendarEvent } from './calendar-text.js';

/** Deadlines that have passed stay in a calendar for a while. */
const keptDays = 30;
const mostEntries = 100;

/** What calendar programs and feed readers fetch by themselves. */
@Injectable()
export class Feeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly calendars: CalendarFeedStore,
    private readonly audit: AuditTrail,
    private readonly address: PublicAddress,
  ) {}

  /** @returns the address, which nobody is told again */
  async renewCalendar(user: string): Promise<string> {
    const token = await this.unitOfWork.run(systemScope(), async (unit) => {
      await this.audit.record(unit, 'calendar.address-given', { user });
      return this.calendars.renew(unit, user);
    });
    return `${this.address.url}/api/v1/calendars/${token}.ics`;
  }

  async endCalendar(user: string): Promise<void> {
    await this.unitOfWork.run(systemScope(), async (unit) => {
      await this.audit.record(unit, 'calendar.address-ended', { user });
      await this.calendars.end(unit, user);
    });
  }

  calendarSince(user: string): Promise<Date | null> {
    return this.unitOfWork.run(systemScope(), (unit) => this.calendars.since(unit, user));
  }

  /**
   * The deadlines of what somebody saved. Nothing in it says who they are.
   *
   * @throws {AppError} `digests.link-not-found`
   */
  async calendar(token: string): Promise<string> {
    const now = this.clock.now();
    const { language, cards } = await this.unitOfWork.run(systemScope(), async (unit) => {
      const opened = await this.calendars.opened(unit, token);
      if (!opened) throw linkNotFound();
      const found = await this.opportunities.cards(unit, opened.calls, now);
      return { language: opened.language, cards: [...found.values()] };
    });
    const since = now.getTime() - keptDays * 86_400_000;
    const events = cards
      .flatMap((card) => this.#events(card, language))
      .filter(({ at }) => at.getTime() >= since)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || Number(a.uid > b.uid) - Number(a.uid < b.uid));
    return calendarText(
      language === 'it' ? 'Scadenze salvate (Tessera)' : 'Saved deadlines (Tessera)',
      events,
    );
  }

  /**
   * What a cluster published: the calls that it added, and the pilots that it takes part in. Open to everybody.
   *
   * @throws {AppError} `accounts.cluster-not-found`
   */
  async cluster(slug: string, language: 'en' | 'it'): Promise<string> {
    const now = this.clock.now();
    const { cluster, cards } = await this.unitOfWork.run(systemScope(), async (unit) => {
      const found = await this.clusters.bySlug(unit, slug);
      const added = (await this.opportunities.saidBy(unit, 'by-hand')).filter(
        ({ record }) => record.flags['addedBy'] === found.slug,
      );
      const pilots = (await this.opportunities.saidBy(unit, 'pilots')).filter(({ record }) =>
        found.pilots.includes(record.sourceKey),
      );
      const ids = [...added, ...pilots].map(({ id }) => id as string);
      return { cluster: found, cards: await this.opportunities.cards(unit, ids, now) };
    });
    const name = language === 'it' ? cluster.nameIt : cluster.nameEn;
    const self = `${this.address.url}/api/v1/clusters/${cluster.slug}/feed.atom?language=${language}`;
    const entries = [...cards.values()]
      .filter(({ status }) => isListed(status))
      .map((card) => ({
        id: `urn:uuid:${card.id}`,
        title: card.title,
        url: this.#page(card),
        updated: new Date(card.observedAt),
        summary: card.sections.find(({ kind }) => kind === 'summary')?.text.slice(0, 500) ?? card.identifier,
      }))
      .sort((a, b) => b.updated.getTime() - a.updated.getTime() || Number(a.id > b.id) - Number(a.id < b.id))
      .slice(0, mostEntries);
    return atomText({ id: self, title: name, self, language, author: name, entries });
  }

  #events(card: OpportunityCard, language: 'en' | 'it'): CalendarEvent[] {
    const word = language === 'it' ? 'Scadenza' : 'Deadline';
    return card.deadlines.map(({ at, stage }, place) => ({
      uid: `${card.id}-${stage ?? 'deadline'}-${place}@tessera`,
      at: new Date(at),
      statedAt: new Date(card.observedAt),
      summary: `${word}: ${card.title}`,
      description: `${card.identifier}\n${this.#page(card)}`,
      url: this.#page(card),
      cancelled: card.status === 'withdrawn',
    }));
  }

  #page({ identifier }: OpportunityCard): string {
    return `${this.address.url}/opportunities/${encodeURIComponent(identifier)}`;
  }
}
