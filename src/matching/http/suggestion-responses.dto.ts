import { toOpportunitySummary } from '../../opportunities/index.js';
import { toSourceStamp } from '../../sources/index.js';
import { toSuggestedOrganisation } from '../suggestions/partner-places.js';
import type { CallSuggestions } from '../suggestions/suggest-calls.js';
import type { PartnerSuggestions } from '../suggestions/suggest-partners.js';
import type {
  CallSuggestion,
  PartnerSuggestion,
  SuggestedCompanion,
  SuggestionReason,
} from '../suggestions/suggestion.js';
import type {
  CallSuggestionsResponse,
  CompanionResponse,
  FairSharesResponse,
  MissingResponse,
  PartnerSuggestionResponse,
  PartnerSuggestionsResponse,
  ReasonResponse,
} from './suggestion.dto.js';

/** What leaves, field by field. */
export function toPartnerSuggestionsResponse(found: PartnerSuggestions): PartnerSuggestionsResponse {
  return {
    opportunity: found.opportunity === null ? null : toOpportunitySummary(found.opportunity),
    snapshot: found.snapshot,
    model: found.model,
    asOf: found.asOf,
    run: found.run,
    order: found.order,
    fairShares: found.fairShares && toFairShares(found.fairShares),
    total: found.total,
    suggestions: found.suggestions.map(toPartnerSuggestion),
    without: found.without.map(({ filter, total }) => ({ filter, total })),
    sources: found.sources.map(toSourceStamp),
  };
}

export function toPartnerSuggestion(suggestion: PartnerSuggestion): PartnerSuggestionResponse {
  return {
    rank: suggestion.rank,
    scoreRank: suggestion.scoreRank,
    raisedFor: [...suggestion.raisedFor],
    companion: suggestion.companion && toCompanion(suggestion.companion),
    organisation: toOrganisation(suggestion),
    score: suggestion.score,
    fit: { score: suggestion.fit.score, band: suggestion.fit.band },
    trackRecord: { score: suggestion.trackRecord.score, band: suggestion.trackRecord.band },
    tooLittle: suggestion.tooLittle,
    reasons: suggestion.reasons.map(toReason),
    missing: suggestion.missing.map(toMissing),
    introducers: suggestion.introducers.map(({ id, name, acronym, year }) => ({ id, name, acronym, year })),
    useful: suggestion.useful,
  };
}

const toFairShares = ({ sme, company, newcomer }: FairSharesResponse): FairSharesResponse => ({
  sme,
  company,
  newcomer,
});

const toCompanion = ({
  id,
  name,
  country,
  led,
  consortia,
  fit,
  adds,
}: SuggestedCompanion): CompanionResponse => ({
  id,
  name,
  country,
  led,
  consortia,
  fit: { score: fit.score, band: fit.band },
  adds: [...adds],
});

export function toCallSuggestionsResponse(found: CallSuggestions): CallSuggestionsResponse {
  return {
    organisation: toOrganisation({ organisation: toSuggestedOrganisation(found.organisation) }),
    organisationId: found.organisation.id,
    invented: found.organisation.invented,
    snapshot: found.snapshot,
    model: found.model,
    asOf: found.asOf,
    run: found.run,
    total: found.total,
    suggestions: found.suggestions.map((suggestion) => ({
      rank: suggestion.rank,
      opportunity: toOpportunitySummary(suggestion.opportunity),
      score: suggestion.score,
      fit: { score: suggestion.fit.score, band: suggestion.fit.band },
      trackRecord: { score: suggestion.trackRecord.score, band: suggestion.trackRecord.band },
      tooLittle: suggestion.tooLittle,
      reasons: suggestion.reasons.map(toReason),
      missing: suggestion.missing.map(toMissing),
      useful: suggestion.useful,
    })),
    sources: found.sources.map(toSourceStamp),
  };
}

export function toOrganisation({
  organisation,
}: Pick<
  PartnerSuggestion,
  'organisation'
>): PartnerSuggestionsResponse['suggestions'][number]['organisation'] {
  const { id, pic, name, country, city, nuts, type, sme, url, participantUrl, invented, clusters, masked } =
    organisation;
  return {
    id,
    pic,
    name,
    country,
    city,
    nuts,
    type,
    sme,
    url,
    participantUrl,
    invented,
    clusters: [...clusters],
    masked: masked && { named: masked.named, sizeBand: masked.sizeBand, roles: [...masked.roles] },
  };
}

export function toReason(reason: SuggestionReason): ReasonResponse {
  const { signal, contribution, callQuote, evidenceQuote, terms, evidence } = reason;
  return {
    signal,
    contribution,
    callQuote,
    evidenceQuote,
    terms: [...terms],
    evidence:
      evidence === null
        ? null
        : {
            type: evidence.type,
            id: evidence.id,
            title: evidence.title,
            date: evidence.date,
            url: evidence.url,
            state: evidence.state,
          },
  };
}

export function toMissing({
  label,
  kind,
  section,
  weight,
}: CallSuggestion['missing'][number]): MissingResponse {
  return { label, kind, section, weight };
}
