import { Injectable } from '@nestjs/common';

import { isListed, OpportunityReadModel, SavedOpportunityStore } from '../opportunities/index.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SavedDeadline } from './digest.js';
import type { DigestReader } from './member-findings.js';

/** Nearer than this, it is said again. */
const nearDays = 21;
const mostShown = 5;

/** What somebody saved that ends soon. */
@Injectable()
export class SavedDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly saved: SavedOpportunityStore,
    private readonly opportunities: OpportunityReadModel,
  ) {}

  async of({ user, organisation }: DigestReader, asOf: Date): Promise<SavedDeadline[]> {
    return this.unitOfWork.run({ role: 'member', clusters: [], organisation, user }, async (unit) => {
      const ids = [...(await this.saved.ids(unit))];
      const cards = await this.opportunities.cards(unit, ids, asOf);
      const near = [...cards.values()].flatMap(({ id, title, status, deadlines }) => {
        const next = deadlines
          .map(({ at }) => at)
          .filter((at) => Date.parse(at) >= asOf.getTime())
          .sort()[0];
        if (next === undefined || !isListed(status)) return [];
        const daysLeft = Math.floor((Date.parse(next) - asOf.getTime()) / 86_400_000);
        return daysLeft > nearDays ? [] : [{ opportunity: id, title, day: next.slice(0, 10), daysLeft }];
      });
      const order = (a: SavedDeadline, b: SavedDeadline): number =>
        a.daysLeft - b.daysLeft ||
        Number(a.opportunity > b.opportunity) - Number(a.opportunity < b.opportunity);
      return near.sort(order).slice(0, mostShown);
    });
  }
}
