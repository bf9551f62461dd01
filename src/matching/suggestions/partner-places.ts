import { Injectable } from '@nestjs/common';

import {
  MaskedMembers,
  SharedMembersReadModel,
  type SharedEvidence,
  type SharedMember,
} from '../../federation/index.js';
import {
  EvidenceReadModel,
  type EvidenceText,
  IntroducersReadModel,
  OrganisationReadModel,
  type Introducer,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { OpportunityText, OrganisationRanking, RankedOrganisation } from '../../ranking/index.js';
import { Quoter } from './quoter.js';
import { quotedEvidence, toReasons } from './reasons.js';
import type { PartnerSuggestion, SuggestedCompanion, SuggestedOrganisation } from './suggestion.js';

/** Past consortia named under each suggestion. */
const introducersShown = 3;

/** Turns the places of a ranking into what people are shown. */
@Injectable()
export class PartnerPlaces {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly introducers: IntroducersReadModel,
    private readonly shared: SharedMembersReadModel,
    private readonly masked: MaskedMembers,
  ) {}

  /**
   * Reads, in the asker's own scope, what is shown beside each place: facts, quotes, who can introduce. Members of sister
   * clusters can read that theirs was shown.
   *
   * @param useful ids of organisations that the asker marked
   */
  async show(
    scope: Scope,
    call: OpportunityText,
    ranking: OrganisationRanking,
    useful: ReadonlySet<string>,
  ): Promise<PartnerSuggestion[]> {
    const shown = await this.unitOfWork.run(scope, (unit) => this.#show(unit, call, ranking));
    const masks = shown.flatMap(({ organisation: { id, masked } }) => (masked === null ? [] : [id]));
    await this.masked.shown(scope, masks);
    return shown.map((one) => ({ ...one, useful: useful.has(one.organisation.id) }));
  }

  async #show(unit: Unit, call: OpportunityText, ranking: OrganisationRanking): Promise<Unmarked[]> {
    const ids = ranking.results.map(({ organisation }) => organisation);
    const companions = ranking.results.flatMap(({ companion }) => companion?.organisation ?? []);
    const cards = await this.organisations.cards(unit, [...new Set([...ids, ...companions])]);
    const quoted = [...new Set(ranking.results.flatMap(({ reasons }) => quotedEvidence(reasons)))];
    const texts = await this.evidence.texts(unit, quoted);
    const masked = await this.shared.cards(unit, ids);
    if (masked.size > 0)
      for (const text of await this.shared.texts(unit, quoted)) texts.set(text.id, toEvidenceText(text));
    const quoter = new Quoter(texts);
    const introducers = await this.introducers.introducers(unit, unit.scope.clusters, ids, introducersShown);
    return ranking.results.flatMap((place) => {
      const card = cards.get(place.organisation);
      const member = masked.get(place.organisation);
      const organisation = card ? toSuggestedOrganisation(card) : member && toMasked(member);
      const known = introducers.get(place.organisation) ?? [];
      return organisation
        ? [toSuggestion({ place, organisation, cards, call, quoter, introducers: known })]
        : [];
    });
  }
}

type Unmarked = Omit<PartnerSuggestion, 'useful'>;

interface Shown {
  readonly place: RankedOrganisation;
  readonly organisation: SuggestedOrganisation;
  readonly cards: ReadonlyMap<string, OrganisationCard>;
  readonly call: OpportunityText;
  readonly quoter: Quoter;
  readonly introducers: readonly Introducer[];
}

function toSuggestion({ place, organisation, cards, call, quoter, introducers }: Shown): Unmarked {
  return {
    rank: place.rank,
    scoreRank: place.scoreRank,
    raisedFor: place.raisedFor,
    companion: toCompanion(place.companion, cards),
    organisation,
    score: place.score,
    fit: place.fit,
    trackRecord: place.trackRecord,
    tooLittle: place.tooLittle,
    reasons: toReasons(place.reasons, call, quoter),
    missing: place.reasons?.missing ?? [],
    introducers: introducers.map(({ organisationId, name, acronym, year }) => ({
      id: organisationId,
      name,
      acronym,
      year,
    })),
  };
}

/** @returns null where the reader may not see who it is */
function toCompanion(
  companion: RankedOrganisation['companion'],
  cards: ReadonlyMap<string, OrganisationCard>,
): SuggestedCompanion | null {
  const card = companion && cards.get(companion.organisation);
  if (!companion || !card) return null;
  const { led, consortia, fit, adds } = companion;
  const { legalName, country } = card.facts;
  return { id: card.id, name: legalName, country, led, consortia, fit, adds };
}

/** An organisation as a list shows it. */
export function toSuggestedOrganisation({ facts, ...card }: OrganisationCard): SuggestedOrganisation {
  return {
    id: card.id,
    pic: card.pic,
    name: facts.legalName,
    country: facts.country,
    city: facts.city,
    nuts: facts.nuts,
    type: facts.type,
    sme: facts.sme,
    url: facts.url,
    participantUrl: card.pic && !card.invented ? participantPage(card.pic) : null,
    invented: card.invented,
    clusters: card.memberships.filter(({ live }) => live).map(({ clusterId }) => clusterId),
    masked: null,
  };
}

/** A member of a sister cluster, field by field: what is not said here is not known. */
function toMasked(member: SharedMember): SuggestedOrganisation {
  const { id, name, country, region, type, sme, url, invented, sizeBand, roles } = member;
  return {
    id,
    pic: null,
    name:
      name ??
      `Member of a sister cluster (${[type, region ?? country, sizeBand].filter(Boolean).join(', ')})`,
    country,
    city: null,
    nuts: region,
    type,
    sme,
    url,
    participantUrl: null,
    invented,
    clusters: [],
    masked: { named: name !== null, sizeBand, roles },
  };
}

const toEvidenceText = (item: SharedEvidence): EvidenceText => ({
  id: item.id,
  kind: item.kind,
  title: null,
  text: item.text,
  language: item.language,
  date: null,
  state: item.state,
  source: 'sister',
  grantId: null,
  acronym: null,
  competenceKind: item.competenceKind,
});

const participantPage = (pic: string): string =>
  `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${pic}`;
