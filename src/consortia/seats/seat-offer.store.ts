import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { enqueueIntention } from '../../platform/queue/index.js';
import type { OfferState } from '../board/board-states.js';
import type { OnBoard } from '../board/board.store.js';
import { offerNotFound } from '../consortia.errors.js';
import type { PartnerNews } from '../mails/seat-mails.js';
import { tellPartnersJob } from '../mails/tell-partners.job.js';
import type { SeatOffer } from './seat-offer.js';

const columns = `id, seat_id as "seatId", consortium_id as "consortiumId", cluster_id as "clusterId",
  organisation_id as "organisationId", state, offered_at as "offeredAt", words, question, reply,
  answered_at as "answeredAt"`;

/** Offers of seats: in reach of the board's staff and of the people of the organisation they were made to. */
export class SeatOfferStore {
  /** Offers a seat, or offers it again to somebody who had said no. */
  async offer(
    unit: Unit,
    board: OnBoard,
    { seatId, organisationId, now }: { seatId: string; organisationId: string; now: Date },
  ): Promise<string> {
    const [row] = await unit.manager.query<{ id: string }[]>(
      `insert into seat_offer (id, seat_id, consortium_id, cluster_id, organisation_id, state, offered_by, offered_at)
       values ($1, $2, $3, $4, $5, 'offered', $6, $7)
       on conflict (seat_id, organisation_id) do update set state = 'offered', offered_by = $6, offered_at = $7,
         answered_by = null, answered_at = null
       returning id`,
      [newId(), seatId, board.id, board.clusterId, organisationId, unit.scope.user ?? unit.scope.role, now],
    );
    const id = row?.id ?? '';
    await this.#tell(unit, board.clusterId, { news: 'offered', id, mark: String(now.getTime()) });
    return id;
  }

  /** @throws {AppError} `consortia.offer-not-found` */
  async get(unit: Unit, id: string): Promise<SeatOffer> {
    const [row] = await unit.manager.query<SeatOffer[]>(`select ${columns} from seat_offer where id = $1`, [
      id,
    ]);
    if (row === undefined) throw offerNotFound(id);
    return row;
  }

  /** The oldest first. */
  async ofBoard(unit: Unit, consortiumId: string): Promise<SeatOffer[]> {
    return unit.manager.query<SeatOffer[]>(
      `select ${columns} from seat_offer where consortium_id = $1 order by offered_at, id`,
      [consortiumId],
    );
  }

  /** Those made to one organisation, the newest first. */
  async ofOrganisation(unit: Unit, organisationId: string, limit: number): Promise<SeatOffer[]> {
    return unit.manager.query<SeatOffer[]>(
      `select ${columns} from seat_offer where organisation_id = $1 order by offered_at desc, id limit $2`,
      [organisationId, limit],
    );
  }

  /** Those that somebody else was quicker to accept. */
  async taken(unit: Unit, seatId: string): Promise<SeatOffer[]> {
    return unit.manager.query<SeatOffer[]>(
      `select ${columns} from seat_offer where seat_id = $1 and state = 'taken' order by id`,
      [seatId],
    );
  }

  /** What somebody said to it, or what became of it. */
  async settle(
    unit: Unit,
    { id, state, now }: { readonly id: string; readonly state: OfferState; readonly now: Date },
  ): Promise<void> {
    await unit.manager.query(
      'update seat_offer set state = $2, answered_by = $3, answered_at = $4 where id = $1',
      [id, state, unit.scope.user ?? unit.scope.role, now],
    );
  }

  /** Somebody has the seat: the others are told that it is taken. */
  async closeOthers(
    unit: Unit,
    board: OnBoard,
    { seatId, winner, now }: { readonly seatId: string; readonly winner: string; readonly now: Date },
  ): Promise<void> {
    const [, others] = await unit.manager.query<[unknown[], number]>(
      `update seat_offer set state = 'taken', answered_at = $3
       where seat_id = $1 and organisation_id <> $2 and state = 'offered'`,
      [seatId, winner, now],
    );
    // one piece of news for all of them: the board is held meanwhile
    if (others > 0)
      await this.#tell(unit, board.clusterId, { news: 'taken', id: seatId, mark: String(now.getTime()) });
  }

  /** Whoever has the offer is written to, once for each mark. */
  async told(
    unit: Unit,
    board: OnBoard,
    told: Pick<PartnerNews, 'id' | 'mark'> & { readonly news: 'confirmed' | 'changed' },
  ): Promise<void> {
    await this.#tell(unit, board.clusterId, told);
  }

  async #tell(unit: Unit, clusterId: string, payload: PartnerNews): Promise<void> {
    await enqueueIntention(unit, tellPartnersJob, payload, { clusterId });
  }

  /** What is prepared or asked before an answer, and what staff reply; what is left out stays. */
  async say(
    unit: Unit,
    id: string,
    said: {
      readonly words?: string | null | undefined;
      readonly question?: string | null | undefined;
      readonly reply?: string | null | undefined;
    },
  ): Promise<void> {
    for (const key of ['words', 'question', 'reply'] as const) {
      const value = said[key];
      if (value === undefined) continue;
      await unit.manager.query(`update seat_offer set ${key} = $2 where id = $1`, [id, value]);
    }
  }

  /** Whether somebody of that organisation may commit it here: then nobody else accepts for it. */
  async hasCommitter(unit: Unit, organisationId: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from role_grant where organisation_id = $1 and role = 'committer'
         and (until is null or until > now())) as found`,
      [organisationId],
    );
    return row?.found ?? false;
  }
}
