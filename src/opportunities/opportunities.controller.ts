import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../accounts/index.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ReferenceParam } from '../platform/http/reference.dto.js';
import { OpportunityResponse, toOpportunityResponse } from './opportunity.dto.js';
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
    private readonly searches: PartnerSearchStore,
  ) {}

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
