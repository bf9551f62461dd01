import { Injectable } from '@nestjs/common';

import { People } from '../../accounts/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { committerDecides, fullBoard, seatNeedsSomebody, unknownNeeds } from '../consortia.errors.js';
import { PartyStore } from '../seats/party.store.js';
import { SeatConsequences } from '../seats/seat-consequences.js';
import { SeatOfferStore } from '../seats/seat-offer.store.js';
import { allow } from './allow.js';
import type { Consortium, OnBoardAt, PartyFacts, Seat, SeatFacts } from './board.js';
import { BoardDeeds } from './board-deeds.js';
import { BoardStore } from './board.store.js';
import { isHeld, type SeatState } from './board-states.js';

/** More than any proposal has, few enough for one page. */
const mostSeats = 60;

/** Staff set the places of a board. Each method is one deed of one person, in one transaction, written down. */
@Injectable()
export class BoardSeats {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly boards: BoardStore,
    private readonly organisations: OrganisationReadModel,
    private readonly offers: SeatOfferStore,
    private readonly parties: PartyStore,
    private readonly consequences: SeatConsequences,
    private readonly people: People,
  ) {}

  /**
   * A place on the board, open or with somebody who is to be asked.
   *
   * @throws {AppError} `consortia.not-found`, `consortia.seated-twice`, `consortia.unknown-needs`,
   *   `consortia.full-board`, `organisations.not-found`
   */
  addSeat(scope: Scope, id: string, facts: SeatFacts): Promise<string> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const seats = await this.boards.seats(unit, board);
      if (seats.length >= mostSeats) throw fullBoard('seat', mostSeats);
      const known = await this.#known(unit, board, facts);
      const state = known.organisationId === null ? 'open' : 'to-ask';
      const seat = await this.boards.addSeat(unit, board, known, state);
      await this.boards.note(unit, board, { at: now, thing: 'seat', id: seat, deed: 'added', to: state });
      return seat;
    });
  }

  /**
   * Changes a seat, or moves it on. Putting somebody else on it starts it anew: nobody inherits an answer.
   *
   * @throws {AppError} `consortia.not-on-board`, `consortia.no-such-move`, `consortia.seat-needs-somebody`,
   *   `consortia.seated-twice`, `consortia.unknown-needs`, `consortia.changed-meanwhile`
   */
  async changeSeat(
    scope: Scope,
    { id, thing: seatId, version }: OnBoardAt,
    to: Partial<SeatFacts> & { readonly state?: SeatState | undefined },
  ): Promise<void> {
    if (to.state === 'accepted') await this.#mayNote(scope, id, seatId);
    return this.deeds.on(scope, id, async (unit, board, now) => {
      const seat = await this.boards.seat(unit, board, seatId);
      const { state: asked, ...said } = to;
      const facts = await this.#known(unit, board, { ...seat, ...said });
      const same = facts.organisationId === seat.organisationId;
      const from = same ? seat.state : facts.organisationId === null ? 'open' : 'to-ask';
      const state = asked ?? from;
      if (state !== from) allow('seat', from, state);
      const guest = facts.organisationId === null && (await this.#hasGuest(unit, seatId));
      if (isHeld(state) && facts.organisationId === null && !guest) throw seatNeedsSomebody();
      const organisationId = isHeld(state) ? facts.organisationId : null;
      const after: Seat = { ...seat, ...facts, organisationId, state };
      await this.boards.changeSeat(unit, board, after, { version });
      await this.consequences.follow(unit, board, { before: seat, after, now });
      await this.boards.note(unit, board, {
        at: now,
        thing: 'seat',
        id: seatId,
        deed: state === seat.state ? 'changed' : 'moved',
        from: seat.state,
        to: state,
      });
    });
  }

  /** @throws {AppError} `consortia.changed-meanwhile` */
  removeSeat(scope: Scope, { id, thing: seatId, version }: OnBoardAt): Promise<void> {
    return this.deeds.on(scope, id, async (unit, board, now) => {
      await this.boards.remove(unit, board, { thing: 'seat', id: seatId, version });
      await this.boards.note(unit, board, { at: now, thing: 'seat', id: seatId, deed: 'removed' });
    });
  }

  /**
   * Staff fill in what Part A asks of whoever has a seat, as they were told.
   *
   * @throws {AppError} `consortia.not-on-board`, `accounts.person-removed`
   */
  async fillParty(scope: Scope, id: string, seatId: string, party: PartyFacts): Promise<void> {
    if (party.contactEmail !== null) await this.people.mustBeWelcome(party.contactEmail);
    return this.deeds.on(scope, id, async (unit, board, now) => {
      await this.boards.seat(unit, board, seatId);
      await this.parties.fill(unit, board, seatId, { ...party, filledBy: 'officer', filledAt: now });
      await this.boards.note(unit, board, { at: now, thing: 'seat', id: seatId, deed: 'changed' });
    });
  }

  /** Somebody whom nobody here knows, but who filled in Part A by a link. */
  async #hasGuest(unit: Unit, seatId: string): Promise<boolean> {
    return ((await this.parties.ofSeat(unit, seatId))?.legalName ?? null) !== null;
  }

  /**
   * Staff note the word of those who have nobody here to give it. Asked before the deed: what it looks at is not theirs.
   *
   * @throws {AppError} `consortia.committer-decides`
   */
  async #mayNote(scope: Scope, id: string, seatId: string): Promise<void> {
    const { organisationId } = await this.deeds.read(scope, async (unit) =>
      this.boards.seat(unit, await this.boards.get(unit, id), seatId),
    );
    if (organisationId === null) return;
    const speaks = await this.deeds.read(systemScope(), (unit) =>
      this.offers.hasCommitter(unit, organisationId),
    );
    if (speaks) throw committerDecides();
  }

  async #known(unit: Unit, board: Consortium, facts: SeatFacts): Promise<SeatFacts> {
    const needs = new Set((await this.boards.needs(unit, board)).map(({ id }) => id));
    const unknown = facts.needIds.filter((id) => !needs.has(id));
    if (unknown.length > 0) throw unknownNeeds(unknown);
    const { organisationId: named } = facts;
    return {
      ...facts,
      organisationId: named === null ? null : await this.organisations.resolve(unit, named),
    };
  }
}
