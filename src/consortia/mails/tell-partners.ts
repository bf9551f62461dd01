import { Injectable } from '@nestjs/common';

import { speakerOf } from '../../accounts/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { putMail, type Recipient } from '../../platform/mail/index.js';
import type { Board, Seat } from '../board/board.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { BoardStore } from '../board/board.store.js';
import type { SeatOffer } from '../seats/seat-offer.js';
import { SeatOfferStore } from '../seats/seat-offer.store.js';
import { agreedSheetMail, seatMail, seatTakenMail, type PartnerNews } from './seat-mails.js';
import { unlessGone } from './unless-gone.js';

/** Puts the mails that follow from what happened on a board; the same again puts none. */
@Injectable()
export class TellPartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly offers: SeatOfferStore,
    private readonly store: BoardStore,
    private readonly boards: BoardReadModel,
  ) {}

  async tell({ news, id, mark }: PartnerNews): Promise<void> {
    if (news === 'agreed') return this.#agreed(id, mark);
    if (news === 'taken') return this.#taken(id);
    const offer = await this.unitOfWork.run(systemScope(), (unit) => unlessGone(this.offers.get(unit, id)));
    if (offer === null) return;
    await this.#to(offer, (unit, letter) =>
      putMail(unit, seatMail, {
        ...letter,
        content: { offer: id, step: news },
        cause: `${id}:${news}:${mark}`,
      }),
    );
  }

  async #taken(seat: string): Promise<void> {
    const offers = await this.unitOfWork.run(systemScope(), (unit) => this.offers.taken(unit, seat));
    for (const offer of offers) {
      const cause = `${offer.id}:taken:${offer.answeredAt?.getTime() ?? ''}`;
      await this.#to(offer, (unit, letter) =>
        putMail(unit, seatTakenMail, { ...letter, content: { offer: offer.id }, cause }),
      );
    }
  }

  /** Whoever speaks for the organisation that has the offer; nobody: nothing. */
  async #to(
    { clusterId, organisationId: organisation }: SeatOffer,
    put: (unit: Unit, letter: { to: Recipient; clusters: string[]; organisation: string }) => Promise<void>,
  ): Promise<void> {
    const clusters = [clusterId];
    await this.unitOfWork.run(systemScope(clusters), async (unit) => {
      const to = await speakerOf(unit, organisation, clusters);
      if (to !== null) await put(unit, { to, clusters, organisation });
    });
  }

  async #agreed(id: string, mark: string): Promise<void> {
    const known = await this.unitOfWork.run(systemScope(), (unit) => unlessGone(this.store.get(unit, id)));
    if (known === null) return;
    const cluster = known.clusterId;
    await this.unitOfWork.run(systemScope([cluster]), async (unit) => {
      const board = await this.boards.board(unit, id, this.clock.now());
      for (const seat of board.seats.filter(({ state }) => state === 'confirmed')) {
        const to = await recipientOf(unit, board, seat);
        if (to === null) continue;
        await putMail(unit, agreedSheetMail, {
          to,
          content: { consortium: id },
          cause: `${id}:agreed:${mark}`,
          clusters: [cluster],
          organisation: seat.organisationId,
        });
      }
    });
  }
}

/** Whoever speaks for it here; else the contact that Part A names. */
async function recipientOf(unit: Unit, board: Board, seat: Seat): Promise<Recipient | null> {
  const { organisationId } = seat;
  const speaker = organisationId === null ? null : await speakerOf(unit, organisationId, [board.clusterId]);
  if (speaker !== null) return speaker;
  const { contactName: name = null, contactEmail: address = null } = board.parties.get(seat.id) ?? {};
  return address === null ? null : { name: name ?? address, address };
}
