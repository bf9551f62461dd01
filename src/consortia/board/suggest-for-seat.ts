import { Injectable } from '@nestjs/common';

import { SuggestPartners, type PartnerSuggestions } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { notOnBoard, seatWithoutNeeds } from '../consortia.errors.js';
import { HeldCues } from '../held-cues.js';
import type { Board } from './board.js';
import { BoardReadModel } from './board.read-model.js';
import { narrowedBy, openNeeds, questionOf, seatedOn } from './seat-question.js';

/** Who could take a seat: ranked by what the seat is to cover, from those who are in already. */
@Injectable()
export class SuggestForSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly boards: BoardReadModel,
    private readonly partners: SuggestPartners,
    private readonly held: HeldCues,
  ) {}

  /**
   * A seat that names no needs looks for all that are open.
   *
   * @throws {AppError} `consortia.not-found`, `consortia.not-on-board`, `consortia.seat-without-needs`
   */
  async suggest(scope: Scope, id: string, seatId: string, limit: number): Promise<PartnerSuggestions> {
    const asOf = this.clock.now();
    const board = await this.unitOfWork.run(scope, (unit) => this.boards.board(unit, id, asOf));
    const needs = needsOf(board, seatId);
    const text = needs.map((need) => questionOf(need, this.held.cues.roles)).join('\n\n');
    return this.partners.forText(scope, text, narrowedBy(needs, { seeds: seatedOn(board), limit, asOf }));
  }
}

function needsOf(board: Board, seatId: string): Board['needs'] {
  const seat = board.seats.find(({ id }) => id === seatId);
  if (seat === undefined) throw notOnBoard('seat', seatId);
  const named = board.needs.filter(({ id }) => seat.needIds.includes(id));
  const needs = named.length > 0 ? named : openNeeds(board);
  if (needs.length === 0) throw seatWithoutNeeds();
  return needs;
}
