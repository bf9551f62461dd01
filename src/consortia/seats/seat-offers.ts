import { Injectable } from '@nestjs/common';

import { AuditTrail } from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import {
  boardNotForming,
  meantForAnother,
  noSuchMove,
  offerEnded,
  offerNotFound,
  onlyForPeopleOfOrganisations,
  seatedTwice,
  seatTaken,
} from '../consortia.errors.js';
import type { Consortium, PartyFacts, Seat } from '../board/board.js';
import { BoardDeeds } from '../board/board-deeds.js';
import { BoardStore } from '../board/board.store.js';
import { formingStates } from '../board/board-states.js';
import { allow } from '../board/allow.js';
import { PartyStore } from './party.store.js';
import { SeatConsequences, type SeatMove } from './seat-consequences.js';
import type { SeatAnswer, SeatOffer } from './seat-offer.js';
import { SeatOfferStore } from './seat-offer.store.js';

/** The same person, writing as the service does: in rows of a cluster that is not theirs. */
export const onBehalfOfService = ({ user }: Scope, clusterId: string): Scope => ({
  role: 'system',
  clusters: [clusterId],
  ...(user === undefined ? {} : { user }),
});

/** Seats are offered by staff and answered by the organisation: of several who accept, the first has it. */
@Injectable()
export class SeatOffers {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly boards: BoardStore,
    private readonly offers: SeatOfferStore,
    private readonly parties: PartyStore,
    private readonly organisations: OrganisationReadModel,
    private readonly consequences: SeatConsequences,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Offers a seat: to whoever is meant for it, or, where it is open, to as many as staff like.
   *
   * @throws {AppError} `consortia.not-found`, `consortia.not-on-board`, `consortia.meant-for-another`,
   *   `consortia.seated-twice`, `consortia.board-not-forming`, `consortia.no-such-move`, `organisations.not-found`
   */
  offer(scope: Scope, boardId: string, seatId: string, organisation: string): Promise<string> {
    return this.deeds.on(scope, boardId, async (unit, board, now) => {
      isForming(board);
      const seats = await this.boards.seats(unit, board);
      const seat = await this.boards.seat(unit, board, seatId);
      const organisationId = await this.organisations.resolve(unit, organisation);
      if (seats.some((other) => other.id !== seatId && other.organisationId === organisationId))
        throw seatedTwice(organisationId);
      if (seat.organisationId !== null && seat.organisationId !== organisationId) throw meantForAnother();
      if (seat.organisationId === null) {
        if (seat.state !== 'open') throw noSuchMove('seat', seat.state, 'asked');
        await this.offers.offer(unit, board, { seatId, organisationId, now });
      } else if (seat.state !== 'asked') {
        await this.#move(unit, board, { before: seat, after: { ...seat, state: 'asked' }, now });
      }
      const offers = await this.offers.ofBoard(unit, board.id);
      return offers.find((one) => one.seatId === seatId && one.organisationId === organisationId)?.id ?? '';
    });
  }

  /** Takes an offer back that nobody has answered yet. @throws {AppError} `consortia.offer-not-found`, `consortia.offer-ended` */
  takeBack(scope: Scope, boardId: string, offerId: string): Promise<void> {
    return this.deeds.on(scope, boardId, async (unit, board, now) => {
      const offer = await this.#offerOn(unit, board, offerId);
      if (offer.state !== 'offered') throw offerEnded(offer.state);
      const seat = await this.boards.seat(unit, board, offer.seatId);
      if (seat.organisationId === offer.organisationId && seat.state === 'asked')
        await this.#move(unit, board, { before: seat, after: { ...seat, state: 'withdrawn' }, now });
      else await this.offers.settle(unit, { id: offerId, state: 'withdrawn', now });
    });
  }

  /** Staff reply to a question. @throws {AppError} `consortia.offer-not-found` */
  reply(scope: Scope, boardId: string, offerId: string, reply: string): Promise<void> {
    return this.deeds.on(scope, boardId, async (unit, board) => {
      await this.#offerOn(unit, board, offerId);
      await this.offers.say(unit, offerId, { reply });
    });
  }

  /**
   * What people of the organisation prepare before one of them answers: words, a question, the fields of Part A.
   *
   * @throws {AppError} `consortia.offer-not-found`, `consortia.offer-ended`
   */
  async prepare(
    scope: Scope,
    offerId: string,
    said: {
      readonly words?: string | null | undefined;
      readonly question?: string | null | undefined;
      readonly party?: PartyFacts | undefined;
    },
  ): Promise<void> {
    const offer = await this.#own(scope, offerId);
    const service = onBehalfOfService(scope, offer.clusterId);
    await this.deeds.on(service, offer.consortiumId, async (unit, board, now) => {
      const { state } = await this.offers.get(unit, offerId);
      if (state !== 'offered' && state !== 'accepted') throw offerEnded(state);
      await this.offers.say(unit, offerId, said);
      const seat = await this.boards.seat(unit, board, offer.seatId);
      // Part A belongs to whoever has the seat: of several who were asked, nobody fills it in for the others
      if (said.party !== undefined && seat.organisationId === offer.organisationId)
        await this.parties.fill(unit, board, offer.seatId, {
          ...said.party,
          filledBy: 'member',
          filledAt: now,
        });
      await this.audit.record(
        unit,
        'seat.prepared',
        { offer: offerId, consortium: offer.consortiumId },
        { cluster: offer.clusterId, organisation: offer.organisationId },
      );
    });
  }

  /**
   * The organisation's word: whoever may commit it accepts, declines, or gives the seat back.
   *
   * @throws {AppError} `consortia.offer-not-found`, `consortia.seat-taken`, `consortia.offer-ended`,
   *   `consortia.board-not-forming`
   */
  async answer(scope: Scope, offerId: string, answer: SeatAnswer): Promise<void> {
    const { clusterId, consortiumId } = await this.#own(scope, offerId);
    // the board is held until the end: of two who accept at once, the second finds the first one's answer
    await this.deeds.on(onBehalfOfService(scope, clusterId), consortiumId, async (unit, board, now) => {
      const offer = await this.offers.get(unit, offerId);
      if (offer.state === 'taken') throw seatTaken();
      if (offer.state !== (answer === 'withdrawn' ? 'accepted' : 'offered')) throw offerEnded(offer.state);
      if (!formingStates.includes(board.state) && !(answer === 'withdrawn' && board.state === 'agreed'))
        throw boardNotForming(board.state);
      const seat = await this.boards.seat(unit, board, offer.seatId);
      if (answer === 'accepted') await this.#accept(unit, board, { seat, offer, now });
      else if (seat.organisationId === offer.organisationId)
        await this.#move(unit, board, { before: seat, after: { ...seat, state: answer }, now });
      else await this.offers.settle(unit, { id: offerId, state: answer, now });
      await this.audit.record(
        unit,
        `seat.${answer}`,
        { offer: offerId, seat: seat.id, consortium: consortiumId },
        { cluster: clusterId, organisation: offer.organisationId },
      );
    });
  }

  /** @throws {AppError} `consortia.seat-taken`, `consortia.seated-twice` */
  async #accept(
    unit: Unit,
    board: Consortium,
    { seat, offer, now }: { readonly seat: Seat; readonly offer: SeatOffer; readonly now: Date },
  ): Promise<void> {
    const { organisationId } = offer;
    const free = seat.organisationId === null && seat.state === 'open';
    if (!free && !(seat.organisationId === organisationId && seat.state === 'asked')) throw seatTaken();
    await this.#move(unit, board, {
      before: seat,
      after: { ...seat, organisationId, state: 'accepted' },
      now,
    });
  }

  async #move(unit: Unit, board: Consortium, move: SeatMove): Promise<void> {
    const { before, after, now } = move;
    allow('seat', before.state, after.state);
    await this.boards.changeSeat(unit, board, after, before);
    await this.consequences.follow(unit, board, move);
    await this.boards.note(unit, board, {
      at: now,
      thing: 'seat',
      id: after.id,
      deed: 'moved',
      from: before.state,
      to: after.state,
    });
  }

  /** In reach of the organisation it was made to, and of nobody else's people. */
  async #own(scope: Scope, offerId: string): Promise<SeatOffer> {
    if (scope.organisation === undefined) throw onlyForPeopleOfOrganisations();
    const offer = await this.deeds.read(scope, (unit) => this.offers.get(unit, offerId));
    if (offer.organisationId !== scope.organisation) throw onlyForPeopleOfOrganisations();
    return offer;
  }

  async #offerOn(unit: Unit, board: Consortium, offerId: string): Promise<SeatOffer> {
    const offer = await this.offers.get(unit, offerId);
    if (offer.consortiumId !== board.id) throw offerNotFound(offerId);
    return offer;
  }
}

/** @throws {AppError} `consortia.board-not-forming` */
function isForming({ state }: Consortium): void {
  if (!formingStates.includes(state)) throw boardNotForming(state);
}
