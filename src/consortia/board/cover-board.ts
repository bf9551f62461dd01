import { Injectable } from '@nestjs/common';

import { SuggestPartners, type PartnerSuggestion } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HeldCues } from '../held-cues.js';
import { BoardReadModel } from './board.read-model.js';
import { narrowedBy, openNeeds, questionOf, seatedOn } from './seat-question.js';

/** What those who are in have to show for one need, the best first; nobody: nothing speaks for it yet. */
export interface NeedCoverage {
  readonly needId: string;
  readonly shown: readonly PartnerSuggestion[];
}

/** Needs looked at: each is a ranking of its own. */
const mostNeeds = 30;

/** Outcomes against partners: coverage from evidence, with the evidence. */
@Injectable()
export class CoverBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly partners: SuggestPartners,
    private readonly held: HeldCues,
  ) {}

  /** @throws {AppError} `consortia.not-found` */
  async cover(scope: Scope, id: string): Promise<readonly NeedCoverage[]> {
    const asOf = this.clock.now();
    const board = await this.unitOfWork.run(scope, (unit) => this.boards.board(unit, id, asOf));
    const among = seatedOn(board);
    const found: NeedCoverage[] = [];
    for (const need of [...openNeeds(board), ...board.needs.filter(({ state }) => state === 'filled')].slice(
      0,
      mostNeeds,
    )) {
      const wanted = {
        ...narrowedBy([], { seeds: [], limit: among.length, asOf }),
        among,
        order: 'score' as const,
      };
      const shown =
        among.length === 0
          ? []
          : (await this.partners.forText(scope, questionOf(need, this.held.cues.roles), wanted)).suggestions;
      found.push({ needId: need.id, shown });
    }
    return found;
  }
}
