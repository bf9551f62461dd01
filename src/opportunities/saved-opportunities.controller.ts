import { Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ReferenceParam } from '../platform/http/reference.dto.js';
import { SavedOpportunitiesResponse, toOpportunitySummary, toRecentChange } from './opportunity.dto.js';
import { OpportunityReadModel, type OpportunityCard } from './opportunity.read-model.js';
import { SavedOpportunityStore } from './saved-opportunity.store.js';

/** What people keep an eye on. */
@ApiTags('opportunities')
@Controller()
export class SavedOpportunitiesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly opportunities: OpportunityReadModel,
    private readonly saved: SavedOpportunityStore,
  ) {}

  /** What you saved, closed ones too, each with what changed since. */
  @Get('saved-opportunities')
  async list(): Promise<SavedOpportunitiesResponse> {
    const now = this.clock.now();
    const { saved, cards } = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const list = await this.saved.list(unit);
      const ids = list.map(({ opportunityId }) => opportunityId);
      return { saved: list, cards: await this.opportunities.cards(unit, ids, now) };
    });
    const items = saved.flatMap(({ opportunityId, savedAt, changed }) => {
      const card = cards.get(opportunityId);
      return card ? [{ card, savedAt, changed, next: nextDeadline(card, now) }] : [];
    });
    items.sort(
      (a, b) => Number(a.next > b.next) - Number(a.next < b.next) || Number(a.card.id > b.card.id) - 0.5,
    );
    return {
      items: items.map(({ card, savedAt, changed }) => ({
        opportunity: toOpportunitySummary(card),
        savedAt,
        changedSince: changed === null ? null : toRecentChange(changed),
      })),
    };
  }

  /** Keeps an eye on it. Saying it again changes nothing. */
  @Put('opportunities/:reference/saved')
  @HttpCode(204)
  async save(@Param() { reference }: ReferenceParam): Promise<void> {
    await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      await this.saved.save(unit, await this.opportunities.resolve(unit, reference));
    });
  }

  /** Keeps an eye on it no longer. */
  @Delete('opportunities/:reference/saved')
  @HttpCode(204)
  async forget(@Param() { reference }: ReferenceParam): Promise<void> {
    await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      await this.saved.remove(unit, await this.opportunities.resolve(unit, reference));
    });
  }
}

/** Sorts after every date: what is over, or never ends. */
const never = '9999';

function nextDeadline({ deadlines }: OpportunityCard, now: Date): string {
  const ahead = deadlines.map(({ at }) => at).filter((at) => Date.parse(at) >= now.getTime());
  return ahead.sort()[0] ?? never;
}
