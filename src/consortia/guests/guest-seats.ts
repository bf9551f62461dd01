import { Injectable } from '@nestjs/common';

import { ClusterReadModel, Throttle, tooManyTries } from '../../accounts/index.js';
import { systemScope, type Scope } from '../../platform/database/scope.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { BoardDeeds } from '../board/board-deeds.js';
import { BoardReadModel } from '../board/board.read-model.js';
import type { PartyFacts, Seat } from '../board/board.js';
import { BoardStore } from '../board/board.store.js';
import { formingStates } from '../board/board-states.js';
import { boardNotForming, fullBoard, guestLinkNotFound } from '../consortia.errors.js';
import { PartyStore } from '../seats/party.store.js';
import type { GuestAnswer, GuestLink, GuestView } from './guest-link.js';
import { GuestLinkStore, type OpenedLink } from './guest-link.store.js';

const day = 24 * 3_600_000;
/** Links of one board, those that ended among them. */
const mostLinks = 200;

/** Seats by a link: a partner without an account reads what is asked, answers, and fills in Part A (B-24). */
@Injectable()
export class GuestSeats {
  constructor(
    private readonly deeds: BoardDeeds,
    private readonly boards: BoardStore,
    private readonly shown: BoardReadModel,
    private readonly links: GuestLinkStore,
    private readonly parties: PartyStore,
    private readonly clusters: ClusterReadModel,
    private readonly throttle: Throttle,
  ) {}

  /** @throws {AppError} `consortia.not-on-board`, `consortia.board-not-forming`, `consortia.full-board` */
  invite(
    scope: Scope,
    boardId: string,
    seatId: string,
    days: number,
  ): Promise<{ id: string; token: string; endsAt: Date }> {
    return this.deeds.on(scope, boardId, async (unit, board, now) => {
      if (!formingStates.includes(board.state)) throw boardNotForming(board.state);
      await this.boards.seat(unit, board, seatId);
      if ((await this.links.ofBoard(unit, boardId)).length >= mostLinks) throw fullBoard('link', mostLinks);
      const endsAt = new Date(now.getTime() + days * day);
      const made = await this.links.make(unit, board, { seatId, now, endsAt });
      await this.boards.note(unit, board, { at: now, thing: 'seat', id: seatId, deed: 'shown' });
      return { ...made, endsAt };
    });
  }

  list(scope: Scope, boardId: string): Promise<GuestLink[]> {
    return this.deeds.read(scope, async (unit) =>
      this.links.ofBoard(unit, (await this.boards.get(unit, boardId)).id),
    );
  }

  revoke(scope: Scope, boardId: string, linkId: string): Promise<void> {
    return this.deeds.read(scope, async (unit, now) =>
      this.links.revoke(unit, await this.boards.get(unit, boardId), linkId, now),
    );
  }

  /** What the link leads to; looking changes nothing but that staff see it was opened. */
  open(token: string): Promise<GuestView> {
    return this.#behind(token, async (unit, link, now) => {
      await this.links.opened(unit, link.id, now);
      return this.#view(unit, link, now);
    });
  }

  /** Fills in Part A: only what is said, for the one seat. */
  fill(token: string, party: PartyFacts): Promise<GuestView> {
    return this.#behind(token, async (unit, link, now) => {
      const board = await this.boards.hold(unit, link.consortiumId);
      if (!formingStates.includes(board.state)) throw boardNotForming(board.state);
      await this.parties.fill(unit, board, link.seatId, { ...party, filledBy: 'guest', filledAt: now });
      await this.boards.touch(unit, board, now);
      return this.#view(unit, link, now);
    });
  }

  /** Yes, no, or a question: staff see it on the board; a seat is given by them, or to an account. */
  answer(token: string, answer: GuestAnswer, words: string | null): Promise<GuestView> {
    return this.#behind(token, async (unit, link, now) => {
      const board = await this.boards.hold(unit, link.consortiumId);
      if (!formingStates.includes(board.state)) throw boardNotForming(board.state);
      await this.links.answered(unit, { id: link.id, answer, words, now });
      await this.boards.touch(unit, board, now);
      return this.#view(unit, { ...link, answer, words }, now);
    });
  }

  async #behind<T>(token: string, deed: (unit: Unit, link: OpenedLink, now: Date) => Promise<T>): Promise<T> {
    const wait = await this.throttle.tryOnce([
      { name: 'guest-seat', of: token, most: 60, windowSeconds: 600 },
      { name: 'guest-seat.all', of: '', most: 1_200, windowSeconds: 60 },
    ]);
    if (wait !== null) throw tooManyTries(wait);
    const link = await this.deeds.read(systemScope(), (unit, now) => this.links.byToken(unit, token, now));
    const scope: Scope = { ...systemScope([link.clusterId]), user: `guest-link:${link.id}` };
    return this.deeds.read(scope, (unit, now) => deed(unit, link, now));
  }

  async #view(unit: Unit, link: OpenedLink, now: Date): Promise<GuestView> {
    const board = await this.shown.board(unit, link.consortiumId, now);
    const seat = board.seats.find(({ id }) => id === link.seatId);
    if (seat === undefined) throw guestLinkNotFound();
    const cluster = (await this.clusters.all(unit)).find(({ id }) => id === board.clusterId);
    const { opportunity } = board;
    return {
      cluster: { nameEn: cluster?.nameEn ?? '', nameIt: cluster?.nameIt ?? '' },
      opportunity: opportunity && { identifier: opportunity.identifier, title: opportunity.title },
      deadline: opportunity?.deadlines.at(-1)?.at ?? null,
      participation: seat.participation,
      needs: approvedOf(board.needs, seat),
      effortMonths: seat.effortMonths,
      party: board.parties.get(seat.id) ?? null,
      answer: link.answer,
      words: link.words,
      endsAt: link.endsAt,
    };
  }
}

function approvedOf(
  needs: Awaited<ReturnType<BoardReadModel['board']>>['needs'],
  { needIds }: Seat,
): GuestView['needs'] {
  return needs
    .filter(({ id, state }) => needIds.includes(id) && (state === 'approved' || state === 'filled'))
    .map(({ role, text, cites }) => ({ role, text, cites: cites.map((cite) => cite.text) }));
}
