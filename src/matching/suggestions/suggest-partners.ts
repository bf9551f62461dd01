import { Injectable } from '@nestjs/common';

import { OpportunityReadModel, type OpportunityCard } from '../../opportunities/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OpportunityText, RankOptions } from '../../ranking/index.js';
import type { SourceAge } from '../../sources/index.js';
import { ConceptTagger, freeText, toOpportunityText } from '../opportunity-text.js';
import { Scorer } from '../scoring/scorer.js';
import { ReadySnapshot } from '../snapshots/current-snapshot.js';
import { PartnerPlaces } from './partner-places.js';
import type { PartnerSuggestion } from './suggestion.js';

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
  /** how old the data are that this rests on */
  readonly sources: readonly SourceAge[];
}

/** Ranked partners for an opportunity or a free text, with reasons quoted from both sides. */
@Injectable()
export class SuggestPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly snapshot: ReadySnapshot,
    private readonly scorer: Scorer,
    private readonly tagger: ConceptTagger,
    private readonly places: PartnerPlaces,
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
    const { seeds, exclude } = await this.#asked(scope, wanted.seeds);
    const snapshot = await this.snapshot.in(scope);
    const ranking = await this.scorer.answer(
      {
        kind: 'partners',
        corpus: snapshot.corpus,
        call,
        prepare: { asOf: isoDay(wanted.asOf), role: wanted.role },
        rank: {
          seeds,
          exclude,
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
    const { suggestions, sources } = await this.unitOfWork.run(scope, async (unit) => ({
      suggestions: await this.places.show(unit, call, ranking),
      sources: await this.snapshot.ages(unit, wanted.asOf),
    }));
    return {
      opportunity,
      snapshot: snapshot.name,
      model: ranking.modelVersion,
      total: ranking.total,
      suggestions,
      sources,
    };
  }

  /** Who is in already, and who may not appear: invented organisations as soon as there are real ones. */
  #asked(scope: Scope, references: readonly string[]): Promise<{ seeds: string[]; exclude: string[] }> {
    return this.unitOfWork.run(scope, async (unit) => {
      const seeds: string[] = [];
      for (const reference of references) seeds.push(await this.organisations.resolve(unit, reference));
      return { seeds, exclude: await this.organisations.inventedLeftOut(unit) };
    });
  }
}

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);
