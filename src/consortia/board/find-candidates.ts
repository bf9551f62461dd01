import { Injectable } from '@nestjs/common';

import { SuggestPartners, type PartnerSuggestion } from '../../matching/index.js';
import { ExclusionStore, OrganisationReadModel, type OrganisationCard } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Tie } from '../assembly/assembly-problem.js';
import { TiesReadModel, type Standing } from '../assembly/ties.read-model.js';
import { HeldCues } from '../held-cues.js';
import type { Board } from './board.js';
import { narrowedBy, openNeeds, questionOf, seatedOn } from './seat-question.js';

/** Who could be in a consortium, and what is known of them and between them. */
export interface FoundCandidates {
  /** by id of an open need: who answers it, those who are in already among them */
  readonly byNeed: ReadonlyMap<string, readonly PartnerSuggestion[]>;
  /** who answers the call as a whole, the best first */
  readonly overall: readonly PartnerSuggestion[];
  readonly cards: ReadonlyMap<string, OrganisationCard>;
  readonly ties: readonly Tie[];
  readonly standings: ReadonlyMap<string, Standing>;
  /** who never meets whom; shown to nobody */
  readonly apart: readonly (readonly [string, string])[];
}

/** Candidates looked at for each need, and for the call as a whole. */
const perNeed = 12;
const overall = 40;

/** Looks for candidates: for each need by itself, so that a rare one is not crowded out, and for the whole. */
@Injectable()
export class FindCandidates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationReadModel,
    private readonly ties: TiesReadModel,
    private readonly partners: SuggestPartners,
    private readonly held: HeldCues,
    private readonly exclusions: ExclusionStore,
  ) {}

  async find(scope: Scope, board: Board, asOf: Date): Promise<FoundCandidates> {
    const seated = seatedOn(board);
    const byNeed = await this.#byNeed(scope, board, asOf);
    const whole = await this.#overall(scope, board, asOf);
    const offered = [...byNeed.values(), whole].flat().map(({ organisation }) => organisation.id);
    const ids = [...new Set([...seated, ...offered])];
    // also between two of which neither is a member of the asker's cluster
    const apart = await this.unitOfWork.run(systemScope(), (unit) => this.exclusions.pairsAmong(unit, ids));
    return this.unitOfWork.run(scope, async (unit) => ({
      apart,
      byNeed,
      overall: whole,
      cards: await this.organisations.cards(unit, ids),
      ties: await this.ties.ties(unit, ids),
      standings: await this.ties.standings(unit, ids),
    }));
  }

  async #byNeed(scope: Scope, board: Board, asOf: Date): Promise<Map<string, readonly PartnerSuggestion[]>> {
    const found = new Map<string, readonly PartnerSuggestion[]>();
    const seeds = seatedOn(board);
    for (const need of openNeeds(board)) {
      const text = questionOf(need, this.held.cues.roles);
      const others = narrowedBy([need], { seeds, limit: perNeed, asOf });
      const own = { ...narrowedBy([], { seeds: [], limit: seeds.length, asOf }), among: seeds };
      const offered = await this.partners.forText(scope, text, { ...others, order: 'score' });
      const ours =
        seeds.length === 0
          ? []
          : (await this.partners.forText(scope, text, { ...own, order: 'score' })).suggestions;
      found.set(need.id, [...offered.suggestions, ...ours]);
    }
    return found;
  }

  async #overall(scope: Scope, board: Board, asOf: Date): Promise<readonly PartnerSuggestion[]> {
    const wanted = narrowedBy([], { seeds: seatedOn(board), limit: overall, asOf });
    const found =
      board.opportunity === null
        ? await this.partners.forText(scope, board.idea ?? board.title, wanted)
        : await this.partners.forOpportunity(scope, board.opportunity.identifier, wanted);
    return found.suggestions;
  }
}
