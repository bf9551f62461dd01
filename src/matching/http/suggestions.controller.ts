import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import { ExplainStanding } from '../suggestions/explain-standing.js';
import type { Day } from '../suggestions/shown-run.js';
import { SuggestCalls } from '../suggestions/suggest-calls.js';
import { SuggestPartners, type PartnersWanted } from '../suggestions/suggest-partners.js';
import { toStandingResponse } from './standing-response.dto.js';
import { StandingParam, StandingQuery, StandingResponse } from './standing.dto.js';
import { toCallSuggestionsResponse, toPartnerSuggestionsResponse } from './suggestion-responses.dto.js';
import { CallsQuery, SuggestionsQuery, SuggestRequest } from './suggestion-request.dto.js';
import { CallSuggestionsResponse, PartnerSuggestionsResponse } from './suggestion.dto.js';

@ApiTags('suggestions')
@Controller()
export class SuggestionsController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly partners: SuggestPartners,
    private readonly calls: SuggestCalls,
    private readonly standing: ExplainStanding,
  ) {}

  /** Ranked partners for an opportunity, with reasons quoted from both sides. */
  @Get('opportunities/:reference/suggestions')
  async forOpportunity(
    @Param() { reference }: ReferenceParam,
    @Query() query: SuggestionsQuery,
  ): Promise<PartnerSuggestionsResponse> {
    const wanted = { ...this.#wanted(query), sisters: true };
    const found = await this.partners.forOpportunity(this.scope.ofCaller(), reference, wanted);
    return toPartnerSuggestionsResponse(found);
  }

  /** Why one organisation stands where it stands in that list, or does not, and what would change it. */
  @Get('opportunities/:reference/suggestions/:organisation')
  async whyThisOne(
    @Param() { reference, organisation }: StandingParam,
    @Query() query: StandingQuery,
  ): Promise<StandingResponse> {
    const scope = this.scope.ofCaller();
    const found = await this.standing.forPair(scope, organisation, reference, this.#wanted(query));
    return toStandingResponse(found, query.language);
  }

  /** Ranked partners for a free text, with reasons. Nothing of the text is stored. */
  @Post('suggestions')
  @HttpCode(200)
  async forText(@Body() body: SuggestRequest): Promise<PartnerSuggestionsResponse> {
    const found = await this.partners.forText(this.scope.ofCaller(), body.text, {
      seeds: body.seeds ?? [],
      role: body.role ?? null,
      countries: body.countries ?? [],
      regions: body.regions ?? [],
      types: body.types ?? [],
      sme: body.sme ?? null,
      ...alsoWanted(body),
      ...(body.order ? { order: body.order } : {}),
      limit: body.limit,
      sisters: true,
      ...this.#day(undefined),
    });
    return toPartnerSuggestionsResponse(found);
  }

  /** Ranked opportunities for one organisation, with reasons quoted from both sides. */
  @Get('organisations/:reference/opportunities')
  async forOrganisation(
    @Param() { reference }: ReferenceParam,
    @Query() query: CallsQuery,
  ): Promise<CallSuggestionsResponse> {
    const found = await this.calls.forOrganisation(this.scope.ofCaller(), reference, {
      limit: query.limit,
      ...this.#day(query.asOf),
      all: query.all === 'true',
    });
    return toCallSuggestionsResponse(found);
  }

  #wanted(query: SuggestionsQuery): PartnersWanted {
    return {
      seeds: query.seed ?? [],
      role: query.role ?? null,
      countries: query.country ?? [],
      regions: query.region ?? [],
      types: query.type ?? [],
      sme: query.sme === undefined ? null : query.sme === 'true',
      ...alsoWanted(query),
      ...(query.order ? { order: query.order } : {}),
      limit: query.limit,
      ...this.#day(query.asOf),
    };
  }

  #day(named: string | undefined): Day {
    return { asOf: momentOf(named, this.clock.now()), exactDay: named !== undefined };
  }
}

/** The filters that are said alike in a query and in a body. */
const alsoWanted = ({
  experience,
  trl,
  cluster,
}: SuggestionsQuery | SuggestRequest): Partial<PartnersWanted> => ({
  ...(experience === undefined ? {} : { experience }),
  ...(trl === undefined ? {} : { trl }),
  ...(cluster === undefined ? {} : { cluster }),
});
