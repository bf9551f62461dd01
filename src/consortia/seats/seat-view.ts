import { Injectable } from '@nestjs/common';

import { ClusterReadModel } from '../../accounts/index.js';
import type { OpportunityCard } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  partnerFacts,
  type Board,
  type Need,
  type Party,
  type PartyFacts,
  type Seat,
} from '../board/board.js';
import { BoardReadModel } from '../board/board.read-model.js';
import { CheckBoard } from '../board/check-board.js';
import { onlyForPeopleOfOrganisations, offerNotFound } from '../consortia.errors.js';
import type { SeatOffer } from './seat-offer.js';
import { onBehalfOfService } from './seat-offers.js';
import { SeatOfferStore } from './seat-offer.store.js';

/** Somebody else in the consortium, as one who was offered a seat may know them. */
export interface FellowPartner {
  /** null until the reader has a seat */
  readonly name: string | null;
  readonly country: string | null;
  readonly type: string | null;
  readonly participation: Seat['participation'];
  readonly state: Seat['state'];
}

/** A consortium from the point of view of one seat (journey A8). */
export interface SeatView {
  readonly offer: SeatOffer;
  readonly seat: Seat;
  readonly title: string;
  readonly boardState: Board['state'];
  readonly opportunity: OpportunityCard | null;
  readonly cluster: { readonly nameEn: string; readonly nameIt: string };
  /** what the seat is to cover; only what was approved */
  readonly needs: readonly Need[];
  readonly partners: readonly FellowPartner[];
  /** seats that the consortium still looks for somebody for, with what they are to cover */
  readonly missing: readonly {
    readonly participation: Seat['participation'];
    readonly roles: readonly string[];
  }[];
  readonly eligibility: 'pass' | 'fail' | 'needs-review';
  /** Part A as filled in, where the seat is the reader's; null: nothing yet */
  readonly party: Party | null;
  /** what the registry holds for the same fields */
  readonly known: PartyFacts;
}

const sure: ReadonlySet<string> = new Set(['accepted', 'confirmed']);
const shownNeeds: ReadonlySet<string> = new Set(['approved', 'filled']);

/** What people of an organisation see of the seats that were offered to it. */
@Injectable()
export class SeatViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly offers: SeatOfferStore,
    private readonly boards: BoardReadModel,
    private readonly checks: CheckBoard,
    private readonly clusters: ClusterReadModel,
  ) {}

  /** The newest first, at most `most`. */
  async list(scope: Scope, most: number): Promise<readonly SeatView[]> {
    if (scope.organisation === undefined) throw onlyForPeopleOfOrganisations();
    const own = scope.organisation;
    const offers = await this.unitOfWork.run(scope, (unit) => this.offers.ofOrganisation(unit, own, most));
    const views: SeatView[] = [];
    for (const offer of offers) views.push(await this.#view(scope, offer));
    return views;
  }

  /** @throws {AppError} `consortia.offer-not-found` */
  async view(scope: Scope, offerId: string): Promise<SeatView> {
    const offer = await this.unitOfWork.run(scope, (unit) => this.offers.get(unit, offerId));
    if (offer.organisationId !== scope.organisation) throw onlyForPeopleOfOrganisations();
    return this.#view(scope, offer);
  }

  /** The board is read as the service does, and shown as far as the seat goes. */
  #view(scope: Scope, offer: SeatOffer): Promise<SeatView> {
    return this.unitOfWork.run(onBehalfOfService(scope, offer.clusterId), (unit) =>
      this.ofOffer(unit, offer),
    );
  }

  /** For the service itself: the same, in a transaction that reaches the board's cluster. */
  async ofOffer(unit: Unit, offer: SeatOffer): Promise<SeatView> {
    const board = await this.boards.board(unit, offer.consortiumId, this.clock.now());
    const seat = board.seats.find(({ id }) => id === offer.seatId);
    if (seat === undefined) throw offerNotFound(offer.id);
    const own = seat.organisationId === offer.organisationId;
    return {
      offer,
      seat,
      title: board.title,
      boardState: board.state,
      opportunity: board.opportunity,
      cluster: await this.#cluster(unit, board.clusterId),
      needs: board.needs.filter(({ id, state }) => seat.needIds.includes(id) && shownNeeds.has(state)),
      partners: fellows(board, seat, own && sure.has(seat.state)),
      missing: missing(board, seat),
      eligibility: this.checks.checked(board, { joining: [], leave: [] }).answer.result,
      party: own ? (board.parties.get(seat.id) ?? null) : null,
      known: partnerFacts(board.organisations.get(offer.organisationId), undefined),
    };
  }

  async #cluster(unit: Unit, id: string): Promise<SeatView['cluster']> {
    const found = (await this.clusters.all(unit)).find((cluster) => cluster.id === id);
    return { nameEn: found?.nameEn ?? '', nameIt: found?.nameIt ?? '' };
  }
}

/** Names only between those who have a seat: before that, what kind of partner and where. */
function fellows({ seats, organisations, parties }: Board, own: Seat, named: boolean): FellowPartner[] {
  return seats
    .filter(({ id, state }) => id !== own.id && sure.has(state))
    .map(({ id, organisationId, participation, state }) => {
      const card = organisations.get(organisationId ?? '');
      const party = parties.get(id);
      return {
        name: named ? (card?.facts.legalName ?? party?.legalName ?? null) : null,
        country: card?.facts.country ?? party?.country ?? null,
        type: card?.facts.type ?? party?.type ?? null,
        participation,
        state,
      };
    });
}

function missing({ seats, needs }: Board, own: Seat): SeatView['missing'] {
  return seats
    .filter(({ id, state, required }) => id !== own.id && required && !sure.has(state))
    .map(({ participation, needIds }) => ({
      participation,
      roles: needs
        .filter(({ id, state }) => needIds.includes(id) && shownNeeds.has(state))
        .map(({ role }) => role),
    }));
}
