import { Injectable } from '@nestjs/common';

import { OpportunityReadModel } from '../../opportunities/index.js';
import { OrganisationReadModel } from '../../organisations/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Board } from './board.js';
import type { ConsortiumState } from './board-states.js';
import { BoardStore, nameOf } from './board.store.js';
import { PartyStore } from '../seats/party.store.js';
import { SeatOfferStore } from '../seats/seat-offer.store.js';
import { NeedShareStore } from '../sharing/need-share.store.js';

/** A line of the list of boards. */
export interface BoardLine {
  readonly id: string;
  readonly title: string;
  readonly opportunityId: string | null;
  readonly opportunityIdentifier: string | null;
  readonly state: ConsortiumState;
  readonly needs: number;
  readonly openNeeds: number;
  readonly seats: number;
  readonly seatsHeld: number;
  readonly changedAt: Date;
}

/** One change on a board. */
export interface BoardChange {
  readonly at: Date;
  readonly actor: string;
  readonly actorName: string | null;
  readonly thing: string;
  readonly thingId: string;
  readonly deed: string;
  readonly stateFrom: string | null;
  readonly stateTo: string | null;
}

/** What the pages of boards show. */
@Injectable()
export class BoardReadModel {
  constructor(
    private readonly opportunities: OpportunityReadModel,
    private readonly organisations: OrganisationReadModel,
    private readonly boards: BoardStore,
    private readonly parties: PartyStore,
    private readonly offers: SeatOfferStore,
    private readonly shares: NeedShareStore,
  ) {}

  /** The boards in scope, the one changed last first. @param dropped whether dropped ones are listed too */
  async list(
    unit: Unit,
    {
      dropped,
      offset,
      limit,
    }: { readonly dropped: boolean; readonly offset: number; readonly limit: number },
  ): Promise<{ items: BoardLine[]; total: number }> {
    const items = await unit.manager.query<BoardLine[]>(
      `select c.id, c.title, c.opportunity_id as "opportunityId", o.identifier as "opportunityIdentifier", c.state,
         n.needs, n.open as "openNeeds", s.seats, s.held as "seatsHeld", c.changed_at as "changedAt"
       from consortium c left join opportunity o on o.id = c.opportunity_id
       cross join lateral (select count(*)::int as needs, count(*) filter (where state in ('drafted', 'approved'))::int as open
         from consortium_need where consortium_id = c.id) n
       cross join lateral (select count(*)::int as seats, count(organisation_id)::int as held
         from consortium_seat where consortium_id = c.id) s
       where $1 or c.state <> 'dropped' order by c.changed_at desc, c.id limit $2 offset $3`,
      [dropped, limit, offset],
    );
    const [counted] = await unit.manager.query<{ total: number }[]>(
      `select count(*)::int as total from consortium where $1 or state <> 'dropped'`,
      [dropped],
    );
    return { items, total: counted?.total ?? 0 };
  }

  /** @throws {AppError} `consortia.not-found` */
  async board(unit: Unit, id: string, asOf: Date): Promise<Board> {
    const consortium = await this.boards.get(unit, id);
    const needs = await this.boards.needs(unit, consortium);
    const seats = await this.boards.seats(unit, consortium);
    const offers = await this.offers.ofBoard(unit, id);
    const known = [...seats, ...offers].flatMap(({ organisationId }) => organisationId ?? []);
    const { opportunityId } = consortium;
    const calls = opportunityId === null ? null : await this.opportunities.cards(unit, [opportunityId], asOf);
    return {
      ...consortium,
      opportunity: calls?.get(opportunityId ?? '') ?? null,
      needs,
      seats,
      organisations: await this.organisations.cards(unit, [...new Set(known)]),
      parties: await this.parties.ofBoard(unit, id),
      offers,
      shares: (await this.shares.ofBoard(unit, id)).map(({ needId, toClusterId, state }) => ({
        needId,
        clusterId: toClusterId,
        state: state === 'told' ? 'told' : 'asked',
      })),
    };
  }

  /** The newest first. */
  async changes(unit: Unit, id: string, limit: number): Promise<BoardChange[]> {
    const { id: known } = await this.boards.get(unit, id);
    return unit.manager.query<BoardChange[]>(
      `select at, actor, ${nameOf('actor')} as "actorName", thing, thing_id as "thingId", deed, state_from as "stateFrom", state_to as "stateTo"
       from consortium_change where consortium_id = $1 order by at desc, id desc limit $2`,
      [known, limit],
    );
  }
}
