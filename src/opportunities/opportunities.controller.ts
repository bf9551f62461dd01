import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { momentOf } from '../platform/clock/as-of.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ReferenceParam } from '../platform/http/reference.dto.js';
import { SourceAges, toSourceStamp } from '../sources/index.js';
import {
  ListOpportunitiesQuery,
  OpportunityPage,
  OpportunityResponse,
  toOpportunityResponse,
  toOpportunitySummary,
} from './opportunity.dto.js';
import { opportunitySources } from './opportunity.js';
import { opportunityNotFound } from './opportunity.errors.js';
import { PartnerSearchStore } from './partner-search.store.js';
import { OpportunityReadModel } from './opportunity.read-model.js';

@ApiTags('opportunities')
@Controller('opportunities')
export class OpportunitiesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly readModel: OpportunityReadModel,
    private readonly ages: SourceAges,
    private readonly searches: PartnerSearchStore,
  ) {}

  /** Topics, pilots, demo-cases, windows and cascade calls, in order of identifier. */
  @Get()
  async list(@Query() query: ListOpportunitiesQuery): Promise<OpportunityPage> {
    const { kind, part, search, after, limit } = query;
    const asOf = momentOf(query.asOf, this.clock.now());
    const { page, ages } = await this.unitOfWork.run(this.scope.ofCaller(), async (unit) => ({
      ages: await this.ages.of(unit, opportunitySources, asOf),
      page: await this.readModel.list(unit, {
        asOf,
        all: query.all === 'true',
        limit,
        ...(kind === undefined ? {} : { kind }),
        ...(part === undefined ? {} : { part }),
        ...(search === undefined ? {} : { search }),
        ...(after === undefined ? {} : { after }),
      }),
    }));
    const items = page.items.map(toOpportunitySummary);
    const last = items.at(-1);
    return {
      items,
      total: page.total,
      next: page.more && last ? last.identifier.toLowerCase() : null,
      sources: ages.map(toSourceStamp),
    };
  }

  /** One opportunity, by our id or its identifier in any letter case, with what changed. */
  @Get(':reference')
  async one(@Param() { reference }: ReferenceParam): Promise<OpportunityResponse> {
    return this.unitOfWork.run(this.scope.ofCaller(), async (unit) => {
      const id = await this.readModel.resolve(unit, reference);
      const card = (await this.readModel.cards(unit, [id], this.clock.now())).get(id);
      if (!card) throw opportunityNotFound(reference);
      return toOpportunityResponse(card, {
        changes: await this.readModel.changes(unit, id),
        partnerSearch: await this.searches.find(unit, id),
      });
    });
  }
}
