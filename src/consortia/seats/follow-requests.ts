import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Seat } from '../board/board.js';
import { BoardStore } from '../board/board.store.js';
import { formingStates, nextStates, type SeatState } from '../board/board-states.js';
import { SeatConsequences } from './seat-consequences.js';

/** What an organisation said to a request to talk about a seat. */
export interface AnsweredRequest {
  readonly seat: string;
  readonly organisation: string | null;
  readonly to: string;
  readonly now: Date;
}

/**
 * Seats follow what is said to requests for them. Who agrees to talk has the seat meant for it and offered: whoever may
 * commit it still accepts. Who says no has it no more. Nothing here refuses the answer: a seat that is somebody else's, or
 * a board that is past forming, stays as it is.
 */
@Injectable()
export class FollowRequests {
  constructor(
    private readonly boards: BoardStore,
    private readonly consequences: SeatConsequences,
  ) {}

  /** @param unit the service's own, with the board's cluster in reach */
  async moved(unit: Unit, { seat: seatId, organisation, to, now }: AnsweredRequest): Promise<void> {
    if (organisation === null || (to !== 'accepted' && to !== 'declined')) return;
    const boardId = await this.boards.boardOfSeat(unit, seatId);
    if (boardId === null) return;
    const board = await this.boards.hold(unit, boardId);
    if (!formingStates.includes(board.state)) return;
    const seats = await this.boards.seats(unit, board);
    const before = seats.find(({ id }) => id === seatId);
    if (before === undefined) return;
    const elsewhere = seats.some((one) => one.id !== seatId && one.organisationId === organisation);
    const way = elsewhere ? [] : wayOf(before, organisation, to);
    let at = before;
    for (const state of way) {
      const after: Seat = { ...at, organisationId: organisation, state };
      await this.boards.changeSeat(unit, board, after, at);
      await this.consequences.follow(unit, board, { before: at, after, now });
      const change = {
        at: now,
        thing: 'seat',
        id: seatId,
        deed: 'moved',
        from: at.state,
        to: state,
      } as const;
      await this.boards.note(unit, board, change);
      at = { ...after, version: at.version + 1 };
    }
    if (way.length > 0) await this.boards.touch(unit, board, now);
  }
}

/** The states a seat goes through; none: it stays. */
function wayOf(seat: Seat, organisation: string, to: 'accepted' | 'declined'): readonly SeatState[] {
  const theirs = seat.organisationId === organisation;
  const free = seat.state === 'open' && seat.organisationId === null;
  if (to === 'declined')
    return theirs && nextStates('seat', seat.state).includes('declined') ? ['declined'] : [];
  if (free) return ['to-ask', 'asked'];
  return theirs && seat.state === 'to-ask' ? ['asked'] : [];
}
