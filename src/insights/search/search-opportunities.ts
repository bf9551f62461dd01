import { Injectable } from '@nestjs/common';

import { SuggestCalls, type FittingCall } from '../../matching/index.js';
import {
  found,
  OpportunityReadModel,
  OpportunitySearchReadModel,
  SavedOpportunityStore,
  type FoundOpportunities,
  type OpportunityCard,
  type OpportunityFilters,
  type OpportunityId,
  type SearchOrder,
} from '../../opportunities/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SourceAges, type SourceAge } from '../../sources/index.js';
import { callSources } from '../call-sources.js';
import { worthwhile } from '../worthwhile.js';
import { CallEcosystems } from './call-ecosystems.js';

export interface OpportunitySearch {
  readonly filters: Omit<OpportunityFilters, 'among'>;
  /** words to find; null: all */
  readonly words: string | null;
  readonly order: SearchOrder;
  /** only what the asker saved */
  readonly saved: boolean;
  /** only what fits the organisation */
  readonly fits: boolean;
  /** our id, PIC or name of whom it should fit; null: the asker's own, if there is one */
  readonly organisation: string | null;
  /** identifier, in lower case, after which the page starts */
  readonly after: string | null;
  readonly limit: number;
}

export interface SearchResult {
  readonly items: readonly FoundOpportunity[];
  readonly total: number;
  /** `after` of the next page; null on the last */
  readonly next: string | null;
  readonly facets: FoundOpportunities['facets'];
  /** how many of this list are saved, and how many fit; null where it is not known whom they should fit */
  readonly savedCount: number;
  readonly fitsCount: number | null;
  readonly sources: readonly SourceAge[];
}

export interface FoundOpportunity {
  readonly card: OpportunityCard;
  readonly saved: boolean;
  /** the two figures for that organisation; null where it does not fit, or nobody is asked about */
  readonly fit: FittingCall | null;
}

/** Finds opportunities by words and filters, with exact counts of what each further choice would leave. */
@Injectable()
export class SearchOpportunities {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly search: OpportunitySearchReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly saved: SavedOpportunityStore,
    private readonly calls: SuggestCalls,
    private readonly ages: SourceAges,
    private readonly ecosystems: CallEcosystems,
  ) {}

  /** @throws {AppError} `organisations.not-found`, `organisations.ambiguous` */
  async find(scope: Scope, asked: OpportunitySearch): Promise<SearchResult> {
    const fitting = await this.#fitting(scope, asked);
    return this.unitOfWork.run(scope, async (unit) => {
      const { asOf } = asked.filters;
      const byWords = await this.search.candidates(unit, { words: asked.words, order: asked.order, asOf });
      const ecosystems = await this.ecosystems.of(unit, byWords);
      const candidates = byWords.map((one) => ({ ...one, ecosystems: ecosystems.get(one.id) ?? [] }));
      const saved = await this.saved.ids(unit);
      const among = [
        ...(asked.saved ? [saved] : []),
        ...(asked.fits ? [new Set(fitting?.keys() ?? [])] : []),
      ];
      const { ids, facets } = found(candidates, { ...asked.filters, among });
      const { page, next } = pageOf(ids, candidates, asked);
      const cards = await this.opportunities.cards(unit, page, asOf);
      return {
        items: page.flatMap((id) => {
          const card = cards.get(id);
          return card ? [{ card, saved: saved.has(id), fit: fitting?.get(id) ?? null }] : [];
        }),
        total: ids.length,
        next,
        facets,
        savedCount: ids.filter((id) => saved.has(id)).length,
        fitsCount: fitting === null ? null : ids.filter((id) => fitting.has(id)).length,
        sources: await this.ages.of(unit, callSources, asOf),
      };
    });
  }

  /** By id of the opportunity; null where nobody is asked about. */
  async #fitting(
    scope: Scope,
    { organisation, filters: { asOf, all } }: OpportunitySearch,
  ): Promise<ReadonlyMap<string, FittingCall> | null> {
    const reference = organisation ?? scope.organisation;
    if (reference === undefined) return null;
    const places = await this.calls.fitting(scope, reference, { limit: mostFitting, asOf, all });
    return new Map(worthwhile(places).map((place) => [place.id, place]));
  }
}

/** A list that is longer tells nobody where to look. */
const mostFitting = 100;

/** From the entry after the one named: also where that one has left the list meanwhile, as long as it is known. */
function pageOf(
  ids: readonly OpportunityId[],
  candidates: readonly { readonly id: OpportunityId; readonly identifierKey: string }[],
  { after, limit }: OpportunitySearch,
): { readonly page: readonly OpportunityId[]; readonly next: string | null } {
  const keys = new Map(candidates.map(({ id, identifierKey }) => [id, identifierKey]));
  const place = new Map(candidates.map(({ identifierKey }, at) => [identifierKey, at]));
  const start = after === null ? -1 : (place.get(after.toLowerCase()) ?? candidates.length);
  const rest = ids.filter((id) => (place.get(keys.get(id) ?? '') ?? -1) > start);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rest.length > limit && last ? (keys.get(last) ?? null) : null };
}
