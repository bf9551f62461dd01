import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { CurrentScope } from '../../accounts/index.js';
import {
  facetNames,
  isoDay,
  toOpportunitySummary,
  type OpportunityFilters,
} from '../../opportunities/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { toSourceStamp } from '../../sources/index.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { csvHeaders } from '../../platform/http/csv-headers.js';
import { opportunityTable } from '../search/opportunity-table.js';
import {
  SearchOpportunities,
  type FoundOpportunity,
  type OpportunitySearch,
} from '../search/search-opportunities.js';
import { OpportunityPage, SearchOpportunitiesQuery, type FoundOpportunityResponse } from './search.dto.js';

/** A table is read by a program: the whole list in one file. */
const tableLimit = 10_000;

@ApiTags('opportunities')
@Controller()
export class SearchController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly search: SearchOpportunities,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** Topics, pilots, demo-cases, windows and cascade calls by words and filters that combine, with exact counts. */
  @Get('opportunities')
  async list(@Query() query: SearchOpportunitiesQuery): Promise<OpportunityPage> {
    const found = await this.search.find(this.scope.ofCaller(), this.#asked(query));
    return {
      items: found.items.map(toFound),
      total: found.total,
      next: found.next,
      facets: toFacets(found.facets, this.taxonomy),
      savedCount: found.savedCount,
      fitsCount: found.fitsCount,
      sources: found.sources.map(toSourceStamp),
    };
  }

  /** The same list, whole, as a table. */
  @Get('opportunities.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async table(
    @Query() query: SearchOpportunitiesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = { ...this.#asked(query), after: null, limit: tableLimit };
    const { items } = await this.search.find(this.scope.ofCaller(), asked);
    void reply.headers(csvHeaders(`opportunities-${isoDay(asked.filters.asOf)}`));
    return opportunityTable(items);
  }

  #asked(query: SearchOpportunitiesQuery): OpportunitySearch {
    return {
      words: query.search ?? null,
      order: query.order,
      saved: query.saved === 'true',
      fits: query.fits === 'true',
      organisation: query.organisation ?? null,
      after: query.after ?? null,
      limit: query.limit,
      filters: {
        asOf: momentOf(query.asOf, this.clock.now()),
        all: query.all === 'true',
        ...chosen(query),
        deadlineFrom: query.deadlineFrom ?? null,
        deadlineTo: query.deadlineTo ?? null,
        budgetFrom: query.budgetFrom ?? null,
        budgetTo: query.budgetTo ?? null,
        trl: query.trl ?? null,
        region: query.region ?? null,
      },
    };
  }
}

/** The values chosen of each kind; none: not narrowed by it. */
const chosen = (query: SearchOpportunitiesQuery) =>
  Object.fromEntries(facetNames.map((name) => [name, query[name] ?? []])) as unknown as Pick<
    OpportunityFilters,
    (typeof facetNames)[number]
  >;

function toFound({ card, saved, fit }: FoundOpportunity): FoundOpportunityResponse {
  return {
    ...toOpportunitySummary(card),
    saved,
    fit:
      fit === null
        ? null
        : {
            fit: { score: fit.fit.score, band: fit.fit.band },
            trackRecord: { score: fit.trackRecord.score, band: fit.trackRecord.band },
          },
  };
}

function toFacets(
  facets: Awaited<ReturnType<SearchOpportunities['find']>>['facets'],
  { ecosystems }: Taxonomy,
): OpportunityPage['facets'] {
  const { programme, part, kind, ecosystem, actionType, status } = facets;
  const counts = (of: typeof part): { value: string; count: number }[] =>
    of.map(({ value, count }) => ({ value, count }));
  return {
    programme: counts(programme),
    part: counts(part),
    kind: counts(kind),
    ecosystem: ecosystem.map(({ value, count }) => {
      const { en = value, it = value } = ecosystems.resolve(value)?.label ?? {};
      return { value, count, nameEn: en, nameIt: it };
    }),
    actionType: counts(actionType),
    status: counts(status),
  };
}
