import { Injectable } from '@nestjs/common';

import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import {
  EvidenceReadModel,
  IntroducersReadModel,
  OrganisationReadModel,
  type EvidenceText,
  type Introducer,
  type OrganisationCard,
} from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type {
  OpportunityText,
  OrganisationRanking,
  RankedOrganisation,
  RankOptions,
} from '../../ranking/index.js';
import { ConceptTagger, freeText, toOpportunityText } from '../opportunity-text.js';
import { Scorer } from '../scoring/scorer.js';
import { BuildSnapshot } from '../snapshots/build-snapshot.js';
import { CurrentSnapshot, type Snapshot } from '../snapshots/current-snapshot.js';
import { quotedEvidence, toReasons } from './reasons.js';
import type { PartnerSuggestion, SuggestedOrganisation } from './suggestion.js';

/** What the asker narrows the list to. */
export interface PartnersWanted {
  /** ids, PICs or exact names of organisations already in */
  readonly seeds: readonly string[];
  /** what is looked for: `coordinator`, `end user`, `battery test bench` */
  readonly role: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly countries: readonly string[];
  /** NUTS prefixes */
  readonly regions: readonly string[];
  readonly types: NonNullable<RankOptions['types']>;
  readonly sme: boolean | null;
  readonly limit: number;
  /** the day that decides what is known and open */
  readonly asOf: Date;
}

export interface PartnerSuggestions {
  /** null for a free text */
  readonly opportunity: OpportunityCard | null;
  readonly snapshot: string;
  readonly model: string;
  /** how many organisations scored at all, after filters */
  readonly total: number;
  readonly suggestions: readonly PartnerSuggestion[];
}

/** Past consortia named under each suggestion. */
const introducersShown = 3;

/** Ranked partners for an opportunity or a free text, with reasons quoted from both sides. */
@Injectable()
export class SuggestPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly introducers: IntroducersReadModel,
    private readonly snapshot: CurrentSnapshot,
    private readonly build: BuildSnapshot,
    private readonly scorer: Scorer,
    private readonly tagger: ConceptTagger,
  ) {}

  /**
   * @param reference our id, the identifier in any letter case, or the exact title
   * @throws {AppError} `opportunities.not-found`, `opportunities.ambiguous`, `organisations.not-found` (a seed)
   */
  async forOpportunity(scope: Scope, reference: string, wanted: PartnersWanted): Promise<PartnerSuggestions> {
    const opportunity = await this.unitOfWork.run(scope, async (unit) => {
      const id = await this.opportunities.resolve(unit, reference);
      return (await this.opportunities.cards(unit, [id], wanted.asOf)).get(id) ?? null;
    });
    if (!opportunity) throw new Error(`opportunity ${reference} went away`);
    return this.#suggest(scope, opportunity, toOpportunityText(opportunity, this.tagger), wanted);
  }

  async forText(scope: Scope, text: string, wanted: PartnersWanted): Promise<PartnerSuggestions> {
    return this.#suggest(scope, null, freeText(text, this.tagger), wanted);
  }

  async #suggest(
    scope: Scope,
    opportunity: OpportunityCard | null,
    call: OpportunityText,
    wanted: PartnersWanted,
  ): Promise<PartnerSuggestions> {
    const { snapshot, seeds } = await this.#prepare(scope, wanted);
    const ranking = await this.scorer.answer(
      {
        kind: 'partners',
        corpus: snapshot.corpus,
        call,
        prepare: { asOf: isoDay(wanted.asOf), role: wanted.role },
        rank: {
          seeds,
          ...(wanted.countries.length > 0 ? { countries: wanted.countries } : {}),
          ...(wanted.regions.length > 0 ? { regions: wanted.regions } : {}),
          ...(wanted.types.length > 0 ? { types: wanted.types } : {}),
          sme: wanted.sme,
          limit: wanted.limit,
          explain: wanted.limit,
        },
      },
      snapshot.segments,
    );
    const suggestions = await this.unitOfWork.run(scope, (unit) => this.#dress(unit, call, ranking));
    return {
      opportunity,
      snapshot: snapshot.name,
      model: ranking.modelVersion,
      total: ranking.total,
      suggestions,
    };
  }

  async #prepare(scope: Scope, wanted: PartnersWanted): Promise<{ snapshot: Snapshot; seeds: string[] }> {
    const look = (): Promise<{ snapshot: Snapshot | undefined; seeds: string[] }> =>
      this.unitOfWork.run(scope, async (unit) => {
        const seeds: string[] = [];
        for (const seed of wanted.seeds) seeds.push(await this.organisations.resolve(unit, seed));
        return { snapshot: await this.snapshot.inScope(unit), seeds };
      });
    let found = await look();
    if (!found.snapshot) {
      await this.build.run();
      found = await look();
    }
    if (!found.snapshot) throw new Error('a snapshot was built, but is not in scope');
    return { snapshot: found.snapshot, seeds: found.seeds };
  }

  /** Reads, in the asker's own scope, what is shown beside each place: facts, quotes, who can introduce. */
  async #dress(
    unit: Unit,
    call: OpportunityText,
    ranking: OrganisationRanking,
  ): Promise<PartnerSuggestion[]> {
    const ids = ranking.results.map(({ organisation }) => organisation);
    const cards = await this.organisations.cards(unit, ids);
    const texts = await this.evidence.texts(unit, [
      ...new Set(ranking.results.flatMap(({ reasons }) => quotedEvidence(reasons))),
    ]);
    const introducers = await this.introducers.introducers(unit, unit.scope.clusters, ids, introducersShown);
    return ranking.results.flatMap((place) => {
      const card = cards.get(place.organisation);
      return card ? [toSuggestion(place, card, call, texts, introducers.get(place.organisation) ?? [])] : [];
    });
  }
}

function toSuggestion(
  place: RankedOrganisation,
  card: OrganisationCard,
  call: OpportunityText,
  texts: ReadonlyMap<string, EvidenceText>,
  introducers: readonly Introducer[],
): PartnerSuggestion {
  return {
    rank: place.rank,
    organisation: toOrganisation(card),
    score: place.score,
    fit: place.fit,
    trackRecord: place.trackRecord,
    reasons: toReasons(place.reasons, call, texts),
    missing: place.reasons?.missing ?? [],
    introducers: introducers.map(({ organisationId, name, acronym, year }) => ({
      id: organisationId,
      name,
      acronym,
      year,
    })),
  };
}

function toOrganisation({ facts, ...card }: OrganisationCard): SuggestedOrganisation {
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
    clusters: card.memberships.filter(({ until }) => until === null).map(({ clusterId }) => clusterId),
  };
}

const participantPage = (pic: string): string =>
  `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${pic}`;

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);
