import { Injectable } from '@nestjs/common';

import type { OpportunityCard } from '../../opportunities/index.js';
import { EvidenceReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpportunityRanking, OpportunityText, RankedOpportunity } from '../../ranking/index.js';
import { KnownCalls, type CallsOnDay } from './known-calls.js';
import { Quoter } from './quoter.js';
import { quotedEvidence, toReasons } from './reasons.js';
import type { CallSuggestion } from './suggestion.js';

/** Turns the places of a ranking of opportunities into what people are shown. */
@Injectable()
export class CallPlaces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: EvidenceReadModel,
    private readonly knownCalls: KnownCalls,
  ) {}

  /**
   * Reads, in the asker's own scope, the evidence that is quoted.
   *
   * @param useful ids of opportunities that the asker marked
   */
  async show(
    scope: Scope,
    { cards }: CallsOnDay,
    { results }: OpportunityRanking,
    useful: ReadonlySet<string>,
  ): Promise<CallSuggestion[]> {
    const ids = [...new Set(results.flatMap(({ reasons }) => quotedEvidence(reasons)))];
    const quoted = await this.unitOfWork.run(scope, (unit) => this.evidence.texts(unit, ids));
    const quoter = new Quoter(quoted);
    return results.flatMap((place) => {
      const card = cards.get(place.opportunity);
      if (!card) return [];
      const suggestion = toSuggestion(place, card, this.knownCalls.text(card), quoter);
      return [{ ...suggestion, useful: useful.has(place.opportunity) }];
    });
  }
}

function toSuggestion(
  place: RankedOpportunity,
  card: OpportunityCard,
  call: OpportunityText,
  quoter: Quoter,
): Omit<CallSuggestion, 'useful'> {
  return {
    rank: place.rank,
    opportunity: card,
    score: place.score,
    fit: place.fit,
    trackRecord: place.trackRecord,
    tooLittle: place.tooLittle,
    reasons: toReasons(place.reasons, call, quoter),
    missing: place.reasons?.missing ?? [],
  };
}
