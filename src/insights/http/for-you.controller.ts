import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import { toMissing, toReason } from '../../matching/index.js';
import { isoDay, toBudget, toOpportunitySummary } from '../../opportunities/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { toSourceStamp } from '../../sources/index.js';
import { ReadForYou, type ForYou, type ForYouCard } from '../for-you/read-for-you.js';
import { ForYouQuery, ForYouResponse, type ForYouCardResponse } from './for-you.dto.js';

/** Labels of what is missing on a card. */
const missingShown = 3;

@ApiTags('insights')
@Controller('for-you')
export class ForYouController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly forYou: ReadForYou,
  ) {}

  /** At most 20 calls that fit your organisation, each with quotations from both sides and what it takes to decide. */
  @Get()
  async read(@Query() query: ForYouQuery): Promise<ForYouResponse> {
    const scope = this.scope.ofCaller();
    const asOf = momentOf(query.asOf, this.clock.now());
    const reference = query.organisation ?? scope.organisation;
    if (reference === undefined) return { ...nobody, asOf: isoDay(asOf) };
    return toResponse(await this.forYou.forOrganisation(scope, reference, asOf));
  }
}

const nobody: Omit<ForYouResponse, 'asOf'> = {
  organisationId: null,
  organisationName: null,
  invented: false,
  evidence: 0,
  cards: [],
  total: 0,
  snapshot: null,
  model: null,
  sources: [],
};

function toResponse({ calls, organisation, evidence, cards }: ForYou): ForYouResponse {
  return {
    organisationId: organisation.id,
    organisationName: organisation.facts.legalName,
    invented: organisation.invented,
    evidence,
    cards: cards.map(toCard),
    total: calls.total,
    asOf: calls.asOf,
    snapshot: calls.snapshot,
    model: calls.model,
    sources: calls.sources.map(toSourceStamp),
  };
}

function toCard({ suggestion, ...card }: ForYouCard): ForYouCardResponse {
  const { opportunity, fit, trackRecord, missing } = suggestion;
  return {
    rank: suggestion.rank,
    opportunity: toOpportunitySummary(opportunity),
    budget: opportunity.budget === null ? null : toBudget(opportunity.budget),
    fit: { score: fit.score, band: fit.band },
    trackRecord: { score: trackRecord.score, band: trackRecord.band },
    role: card.role,
    reasons: card.reasons.map(toReason),
    missing: missing
      .filter(({ kind }) => kind === 'concept')
      .slice(0, missingShown)
      .map(toMissing),
    deadline: card.deadline === null ? null : { ...card.deadline },
    late: card.late,
    asksForPartners: card.asksForPartners,
    looking:
      card.looking === null
        ? null
        : {
            announcements: card.looking.announcements,
            organisations: card.looking.pics.length,
            seenAt: card.looking.seenAt,
          },
    saved: card.saved,
    useful: suggestion.useful,
  };
}
