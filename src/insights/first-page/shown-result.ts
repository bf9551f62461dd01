import { Injectable } from '@nestjs/common';

import {
  SuggestCalls,
  SuggestPartners,
  type CallSuggestions,
  type PartnerSuggestions,
} from '../../matching/index.js';
import { OrganisationReadModel, type OrganisationCard } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Taxonomy } from '../../taxonomy/index.js';
import type { BriefReason } from '../brief/brief.js';
import { callStated, toReason } from '../brief/to-brief.js';
import { isQuoted, type SuggestionReason } from '../quoted-reasons.js';
import { shownPlaces } from './choose-shown.js';
import type { ShownCall, ShownMember, ShownPartner } from './first-page.js';

/** Looked at to find those with a sentence from each side. */
const ranked = 10;

/** One call with its first partners, and one member with its first calls, as the lists give them today. */
@Injectable()
export class ShownResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationReadModel,
    private readonly partners: SuggestPartners,
    private readonly calls: SuggestCalls,
    private readonly taxonomy: Taxonomy,
  ) {}

  /**
   * @returns of the candidates the one whose partners say the most different things (partners share projects, and one
   *   sentence three times tells little), the first of equal ones; null where none has a reason quoted from both sides
   */
  async call(scope: Scope, candidates: readonly string[], asOf: Date): Promise<ShownCall | null> {
    let best: ShownCall | null = null;
    for (const id of candidates) {
      const shown = await this.#callOf(scope, id, asOf);
      if (shown !== null && differentQuotes(shown) > differentQuotes(best)) best = shown;
      if (differentQuotes(best) === shownPlaces) break;
    }
    return best;
  }

  async #callOf(scope: Scope, id: string, asOf: Date): Promise<ShownCall | null> {
    const nobodyYet = { seeds: [], role: null, countries: [], regions: [], types: [], sme: null };
    const found = await this.partners.forOpportunity(scope, id, { ...nobodyYet, limit: ranked, asOf });
    const partners = found.suggestions.flatMap(toPartner).slice(0, shownPlaces);
    if (!found.opportunity || partners.length === 0) return null;
    return { id, stated: callStated(found.opportunity, { asOf, taxonomy: this.taxonomy }), partners };
  }

  /** @returns the first of the candidates that is still there and has a call with a reason quoted from both sides */
  async member(scope: Scope, candidates: readonly string[], asOf: Date): Promise<ShownMember | null> {
    const cards = await this.unitOfWork.run(scope, (unit) => this.organisations.cards(unit, candidates));
    for (const id of candidates.filter((one) => cards.has(one)).slice(0, shownPlaces)) {
      const found = await this.calls.forOrganisation(scope, id, { limit: ranked, asOf, all: false });
      const calls = this.#memberCalls(found, asOf);
      if (calls.length > 0) return { ...toMember(found.organisation), calls };
    }
    return null;
  }

  #memberCalls({ suggestions }: CallSuggestions, asOf: Date): ShownMember['calls'] {
    return suggestions
      .flatMap(({ opportunity, fit, trackRecord, reasons }) => {
        const reason = firstQuoted(reasons);
        const stated = callStated(opportunity, { asOf, taxonomy: this.taxonomy });
        return reason ? [{ stated, fit: fit.band, trackRecord: trackRecord.band, reason }] : [];
      })
      .slice(0, shownPlaces);
  }
}

const differentQuotes = (call: ShownCall | null): number =>
  new Set(call?.partners.map(({ reason }) => reason.evidence.text)).size;

function toPartner(suggestion: PartnerSuggestions['suggestions'][number]): ShownPartner[] {
  const { organisation, fit, trackRecord, introducers } = suggestion;
  const reason = firstQuoted(suggestion.reasons);
  if (!reason) return [];
  const { name, city, country, type, sme, invented } = organisation;
  const [introducer = null] = introducers;
  const bands = { fit: fit.band, trackRecord: trackRecord.band };
  return [{ name, city, country, type, sme, invented, ...bands, reason, introducer }];
}

function toMember({ id, invented, facts }: OrganisationCard): Omit<ShownMember, 'calls'> {
  const { legalName, city, country, type, sme } = facts;
  return { id, name: legalName, city, country, type, sme, invented };
}

function firstQuoted(reasons: readonly SuggestionReason[]): BriefReason | null {
  const first = reasons.find(isQuoted);
  return first ? toReason(first) : null;
}
