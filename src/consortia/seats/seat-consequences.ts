import { Injectable } from '@nestjs/common';

import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Consortium, Seat } from '../board/board.js';
import { BoardStore } from '../board/board.store.js';
import { PartyStore } from './party.store.js';
import { SeatOfferStore } from './seat-offer.store.js';

/** A seat as it was and as it is. */
export interface SeatMove {
  readonly before: Seat;
  readonly after: Seat;
  readonly now: Date;
}

/** What else changes when a seat does: its offers, what was filled in for it, and the needs that it covers. */
@Injectable()
export class SeatConsequences {
  constructor(
    private readonly boards: BoardStore,
    private readonly offers: SeatOfferStore,
    private readonly parties: PartyStore,
  ) {}

  async follow(unit: Unit, board: Consortium, move: SeatMove): Promise<void> {
    await this.#offers(unit, board, move);
    const { before, after } = move;
    if (before.organisationId !== null && before.organisationId !== after.organisationId)
      await this.parties.forget(unit, after.id);
    await this.#needs(unit, board, move);
    await this.#tell(unit, board, move);
  }

  /** Who is asked has an offer; who was replaced or left has none any more; who accepted leaves the others behind. */
  async #offers(unit: Unit, board: Consortium, { before, after, now }: SeatMove): Promise<void> {
    const mine = (await this.offers.ofBoard(unit, board.id)).filter(({ seatId }) => seatId === after.id);
    const live = mine.filter(({ state }) => state === 'offered' || state === 'accepted');
    const former = before.organisationId;
    const gone = former !== after.organisationId || ['withdrawn', 'open', 'reserve'].includes(after.state);
    for (const offer of live)
      if (gone && offer.organisationId === former)
        await this.offers.settle(unit, { id: offer.id, state: 'withdrawn', now });
    const { organisationId } = after;
    if (organisationId === null || before.state === after.state) return;
    if (after.state === 'asked')
      await this.offers.offer(unit, board, { seatId: after.id, organisationId, now });
    const own = live.find((offer) => offer.organisationId === organisationId);
    if (own && (after.state === 'accepted' || after.state === 'declined'))
      await this.offers.settle(unit, { id: own.id, state: after.state, now });
    if (after.state === 'accepted')
      await this.offers.closeOthers(unit, board, { seatId: after.id, winner: organisationId, now });
  }

  /** Whoever has the seat hears that it is confirmed, and what staff make another of it. */
  async #tell(unit: Unit, board: Consortium, { before, after }: SeatMove): Promise<void> {
    const { organisationId } = before;
    if (organisationId === null) return;
    const news = newsOf(before, after);
    // what they did themselves they know
    if (news === null || unit.scope.organisation === organisationId || unit.scope.role === 'system') return;
    const own = (await this.offers.ofBoard(unit, board.id)).find(
      (offer) => offer.seatId === after.id && offer.organisationId === organisationId,
    );
    if (own)
      await this.offers.told(unit, board, {
        news,
        id: own.id,
        mark: `${after.id.slice(-12)}:${before.version}`,
      });
  }

  /** A need is filled when a seat that covers it is confirmed, and looks for somebody again when the last such is not. */
  async #needs(unit: Unit, board: Consortium, { before, after, now }: SeatMove): Promise<void> {
    if ((before.state === 'confirmed') === (after.state === 'confirmed')) return;
    const filled = after.state === 'confirmed';
    const others = (await this.boards.seats(unit, board)).filter(
      ({ id, state }) => id !== after.id && state === 'confirmed',
    );
    const held = new Set(others.flatMap(({ needIds }) => needIds));
    const from = filled ? 'approved' : 'filled';
    const to = filled ? 'filled' : 'approved';
    for (const need of await this.boards.needs(unit, board)) {
      if (!before.needIds.concat(after.needIds).includes(need.id) || need.state !== from) continue;
      if (!filled && held.has(need.id)) continue;
      await this.boards.changeNeed(unit, board, { ...need, state: to }, need);
      await this.boards.note(unit, board, { at: now, thing: 'need', id: need.id, deed: 'moved', from, to });
    }
  }
}

/** What of a seat is worth a mail to whoever has it; null: nothing. */
function newsOf(before: Seat, after: Seat): 'confirmed' | 'changed' | null {
  if (after.state === 'confirmed' && before.state !== 'confirmed') return 'confirmed';
  if (before.state !== 'accepted' && before.state !== 'confirmed') return null;
  const told = ({ organisationId, state, participation, needIds, effortMonths, budgetShare }: Seat): string =>
    JSON.stringify([organisationId, state, participation, [...needIds].sort(), effortMonths, budgetShare]);
  return told(before) === told(after) ? null : 'changed';
}
