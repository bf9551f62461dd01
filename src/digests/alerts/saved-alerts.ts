import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import {
  isListed,
  OpportunityReadModel,
  SavedEvents,
  type OpportunityCard,
} from '../../opportunities/index.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Letters, putMails, type Letter, type MailInHand, type Stop } from '../../platform/mail/index.js';
import { DigestStore } from '../digest.store.js';
import { linkToken } from '../link-token.js';
import { savedAlertLetter, type ToldCall } from './saved-alert-letter.js';
import { savedAlertMail } from './saved-alert-mail.js';
import { SavedAlertStore, type AlertLine } from './saved-alert.store.js';
import { firstToLast } from './told-change.js';

const dayMs = 86_400_000;

/** Tells people of what happened to what they saved: once, and with what stood before. */
@Injectable()
export class SavedAlerts {
  constructor(
    letters: Letters,
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly events: SavedEvents,
    private readonly alerts: SavedAlertStore,
    private readonly opportunities: OpportunityReadModel,
    private readonly digests: DigestStore,
  ) {
    letters.write(savedAlertMail, { compose: (unit, mail) => this.#compose(unit, mail) });
  }

  /** @returns how many people are told something */
  async tell(): Promise<number> {
    const all = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return this.unitOfWork.run(systemScope(all.map(({ id }) => id as string)), async (unit) => {
      const letters = await this.alerts.note(unit, await this.events.recent(unit));
      return putMails(
        unit,
        savedAlertMail,
        letters.map(({ letter, user, clusters, organisation }) => ({
          to: { user },
          content: { letter },
          cause: letter,
          clusters,
          organisation,
        })),
      );
    });
  }

  /** As things stand when it is sent: what was dropped from the list meanwhile is left out. */
  async #compose(unit: Unit, mail: MailInHand<{ readonly letter: string }>): Promise<Letter | Stop> {
    const { lines, wanted } = await this.alerts.lines(unit, mail.content.letter);
    const [first] = lines;
    if (!first) return { stop: 'gone' };
    if (!wanted) return { stop: 'opted-out' };
    const calls = await this.#calls(unit, first.user, lines);
    if (calls.length === 0) return { stop: 'nothing-left' };
    const key = await this.digests.key(unit);
    const subscriptionToken = linkToken(key, 'subscription', first.user);
    const { language, to, base } = mail;
    return savedAlertLetter(calls, { language, name: to.name, base, subscriptionToken });
  }

  async #calls(unit: Unit, user: string, lines: readonly AlertLine[]): Promise<ToldCall[]> {
    const ids = [...new Set(lines.map(({ opportunity }) => opportunity))];
    const saved = await this.events.stillSaved(unit, user, ids);
    const now = await this.digests.now(unit);
    const cards = await this.opportunities.cards(unit, [...saved], now);
    const changeIds = lines.flatMap(({ event }) => /^change:(.+)$/.exec(event)?.[1] ?? []);
    const changes = await this.events.changes(unit, changeIds);
    return [...cards.values()].flatMap((card) => {
      const reminded = lines.some(
        ({ opportunity, event }) => opportunity === card.id && event.startsWith('left-'),
      );
      const told: ToldCall = {
        identifier: card.identifier,
        title: card.title,
        changes: firstToLast(changes.get(card.id) ?? []),
        near: reminded ? nearDeadline(card, now) : null,
      };
      return told.changes.length > 0 || told.near ? [told] : [];
    });
  }
}

function nearDeadline({ status, deadlines }: OpportunityCard, now: Date): ToldCall['near'] {
  if (!isListed(status)) return null;
  const [deadline] = deadlines
    .filter(({ at }) => Date.parse(at) > now.getTime())
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (!deadline) return null;
  return { deadline, daysLeft: Math.floor((Date.parse(deadline.at) - now.getTime()) / dayMs) };
}
