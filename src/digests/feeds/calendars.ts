import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PublicAddress } from '../../platform/mail/index.js';
import { linkNotFound } from '../digest.errors.js';
import { CalendarFeedStore } from './calendar-feed.store.js';
import { callPage } from './call-page.js';
import { calendarText, type CalendarEvent } from './calendar-text.js';

/** Deadlines that have passed stay in a calendar for a while. */
const keptDays = 30;

/** What calendar programs fetch by themselves. */
@Injectable()
export class Calendars {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly opportunities: OpportunityReadModel,
    private readonly calendars: CalendarFeedStore,
    private readonly audit: AuditTrail,
    private readonly address: PublicAddress,
  ) {}

  /** @returns the address, which nobody is told again */
  async renew(user: string): Promise<string> {
    const token = await this.unitOfWork.run(systemScope(), async (unit) => {
      await this.audit.record(unit, 'calendar.address-given', { user });
      return this.calendars.renew(unit, user);
    });
    return `${this.address.url}/api/v1/calendars/${token}.ics`;
  }

  async end(user: string): Promise<void> {
    await this.unitOfWork.run(systemScope(), async (unit) => {
      await this.audit.record(unit, 'calendar.address-ended', { user });
      await this.calendars.end(unit, user);
    });
  }

  since(user: string): Promise<Date | null> {
    return this.unitOfWork.run(systemScope(), (unit) => this.calendars.since(unit, user));
  }

  /**
   * The deadlines of what somebody saved. Nothing in it says who they are.
   *
   * @throws {AppError} `digests.link-not-found`
   */
  async text(token: string): Promise<string> {
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

  #events(card: OpportunityCard, language: 'en' | 'it'): CalendarEvent[] {
    const word = language === 'it' ? 'Scadenza' : 'Deadline';
    return card.deadlines.map(({ at, stage }, place) => ({
      uid: `${card.id}-${stage ?? 'deadline'}-${place}@tessera`,
      at: new Date(at),
      statedAt: new Date(card.observedAt),
      summary: `${word}: ${card.title}`,
      description: `${card.identifier}\n${callPage(this.address.url, card)}`,
      url: callPage(this.address.url, card),
      cancelled: card.status === 'withdrawn',
    }));
  }
}
