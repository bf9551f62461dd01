import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { enqueueIntention } from '../../platform/queue/index.js';
import { changedMeanwhile, consortiumNotFound, notOnBoard, seatedTwice } from '../consortia.errors.js';
import { tellPartnersJob } from '../mails/tell-partners.job.js';
import type { Consortium, Need, NeedCite, NeedFacts, Seat, SeatFacts } from './board.js';
import type { ConsortiumState, NeedState, SeatState, Stateful } from './board-states.js';

/** Whose board something stands on. */
export type OnBoard = Pick<Consortium, 'id' | 'clusterId'>;

/** Of a user by id, as far as row-level security shows it: colleagues; null for anybody else. */
export const nameOf = (column: string): string =>
  `(select u.name from user_account u where u.id::text = ${column})`;

const consortiumColumns = `id, cluster_id as "clusterId", opportunity_id as "opportunityId", title, idea, state, version,
  created_by as "createdBy", created_at as "createdAt", changed_at as "changedAt"`;
const needColumns = `id, role, text, input, output, trl_from as "trlFrom", trl_to as "trlTo", countries, cites, state,
  approved_by as "approvedBy", ${nameOf('approved_by')} as "approvedByName", approved_at as "approvedAt", version`;
const seatColumns = `id, participation, organisation_id as "organisationId", need_ids as "needIds", state,
  effort_months as "effortMonths", budget_share as "budgetShare", note, required, version`;

/**
 * Boards and what is on them. Everything that changes carries the version it was read at: of two who change the same
 * thing, the second is told (`consortia.changed-meanwhile`) and nothing is lost.
 */
export class BoardStore {
  async add(unit: Unit, consortium: Consortium): Promise<void> {
    await unit.manager.query(
      `insert into consortium (id, cluster_id, opportunity_id, title, idea, state, version, created_by, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        consortium.id,
        consortium.clusterId,
        consortium.opportunityId,
        consortium.title,
        consortium.idea,
        consortium.state,
        consortium.version,
        consortium.createdBy,
        consortium.createdAt,
        consortium.changedAt,
      ],
    );
  }

  /** @throws {AppError} `consortia.not-found` */
  async get(unit: Unit, id: string): Promise<Consortium> {
    const [row] = await unit.manager.query<Consortium[]>(
      `select ${consortiumColumns} from consortium where id = $1`,
      [id],
    );
    if (row === undefined) throw consortiumNotFound(id);
    return row;
  }

  /** The same, held until the transaction ends: of several who answer at once, one comes after the other. */
  async hold(unit: Unit, id: string): Promise<Consortium> {
    const [row] = await unit.manager.query<Consortium[]>(
      `select ${consortiumColumns} from consortium where id = $1 for update`,
      [id],
    );
    if (row === undefined) throw consortiumNotFound(id);
    return row;
  }

  /** On which board a seat is; null: it is gone, or out of reach. */
  async boardOfSeat(unit: Unit, seat: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ id: string }[]>(
      'select consortium_id as id from consortium_seat where id = $1',
      [seat],
    );
    return row?.id ?? null;
  }

  /** @throws {AppError} `consortia.changed-meanwhile` */
  async change(
    unit: Unit,
    { id }: OnBoard,
    version: number,
    to: { title: string; state: ConsortiumState },
  ): Promise<void> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      'update consortium set title = $3, state = $4 where id = $1 and version = $2',
      [id, version, to.title, to.state],
    );
    if (changed === 0) throw changedMeanwhile('consortium', id);
  }

  /** Ids of boards in these states, the one changed last first. */
  async inStates(unit: Unit, states: readonly ConsortiumState[], most: number): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      'select id from consortium where state = any ($1) order by changed_at desc, id limit $2',
      [states, most],
    );
    return rows.map(({ id }) => id);
  }

  /** As which project it was funded; null: staff did not say, or not yet. */
  async fundedGrant(unit: Unit, id: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ grant: string | null }[]>(
      'select funded_grant as grant from consortium where id = $1',
      [id],
    );
    return row?.grant ?? null;
  }

  async fundedAs(unit: Unit, { id }: OnBoard, grant: string | null): Promise<void> {
    await unit.manager.query('update consortium set funded_grant = $2 where id = $1', [id, grant]);
  }

  /** The board's version rises with whatever changes on it; two at once wait for each other here. */
  async touch(unit: Unit, { id }: OnBoard, now: Date): Promise<void> {
    await unit.manager.query('update consortium set version = version + 1, changed_at = $2 where id = $1', [
      id,
      now,
    ]);
  }

  async needs(unit: Unit, { id }: OnBoard): Promise<Need[]> {
    return unit.manager.query<Need[]>(
      `select ${needColumns} from consortium_need where consortium_id = $1 order by position, id`,
      [id],
    );
  }

  /** @throws {AppError} `consortia.not-on-board` */
  async need(unit: Unit, board: OnBoard, id: string): Promise<Need> {
    const [row] = await unit.manager.query<Need[]>(
      `select ${needColumns} from consortium_need where consortium_id = $1 and id = $2`,
      [board.id, id],
    );
    if (row === undefined) throw notOnBoard('need', id);
    return row;
  }

  /** Behind the others. */
  async addNeed(unit: Unit, board: OnBoard, facts: NeedFacts, cites: readonly NeedCite[]): Promise<string> {
    const id = newId();
    await unit.manager.query(
      `insert into consortium_need (id, consortium_id, cluster_id, role, text, trl_from, trl_to, countries, cites, input, output,
         state, approved_by, approved_at, position, version)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'drafted', null, null, coalesce(max(position), 0) + 1, 1
       from consortium_need where consortium_id = $2`,
      [
        id,
        board.id,
        board.clusterId,
        facts.role,
        facts.text,
        facts.trlFrom,
        facts.trlTo,
        facts.countries,
        JSON.stringify(cites),
        facts.input,
        facts.output,
      ],
    );
    return id;
  }

  /** @throws {AppError} `consortia.changed-meanwhile` */
  async changeNeed(unit: Unit, board: OnBoard, need: Need, at: { version: number }): Promise<void> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update consortium_need set role = $4, text = $5, trl_from = $6, trl_to = $7, countries = $8, state = $9,
         approved_by = $10, approved_at = $11, input = $12, output = $13, version = version + 1
       where consortium_id = $1 and id = $2 and version = $3`,
      [
        board.id,
        need.id,
        at.version,
        need.role,
        need.text,
        need.trlFrom,
        need.trlTo,
        need.countries,
        need.state,
        need.approvedBy,
        need.approvedAt,
        need.input,
        need.output,
      ],
    );
    if (changed === 0) throw changedMeanwhile('need', need.id);
  }

  async seats(unit: Unit, { id }: OnBoard): Promise<Seat[]> {
    return unit.manager.query<Seat[]>(
      `select ${seatColumns} from consortium_seat where consortium_id = $1 order by position, id`,
      [id],
    );
  }

  /** @throws {AppError} `consortia.not-on-board` */
  async seat(unit: Unit, board: OnBoard, id: string): Promise<Seat> {
    const [row] = await unit.manager.query<Seat[]>(
      `select ${seatColumns} from consortium_seat where consortium_id = $1 and id = $2`,
      [board.id, id],
    );
    if (row === undefined) throw notOnBoard('seat', id);
    return row;
  }

  /** Behind the others. @throws {AppError} `consortia.seated-twice` */
  async addSeat(unit: Unit, board: OnBoard, facts: SeatFacts, state: SeatState): Promise<string> {
    const id = newId();
    const [added] = await unit.manager.query<{ id: string }[]>(
      `insert into consortium_seat (id, consortium_id, cluster_id, participation, organisation_id, need_ids, state,
         effort_months, budget_share, note, required, position, version)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(max(position), 0) + 1, 1
       from consortium_seat where consortium_id = $2
       on conflict (consortium_id, organisation_id) do nothing returning id`,
      [
        id,
        board.id,
        board.clusterId,
        facts.participation,
        facts.organisationId,
        facts.needIds,
        state,
        facts.effortMonths,
        facts.budgetShare,
        facts.note,
        facts.required,
      ],
    );
    if (added === undefined) throw seatedTwice(facts.organisationId ?? '');
    return id;
  }

  /** @throws {AppError} `consortia.changed-meanwhile`, `consortia.seated-twice` */
  async changeSeat(unit: Unit, board: OnBoard, seat: Seat, at: { version: number }): Promise<void> {
    const others = await unit.manager.query<{ id: string }[]>(
      'select id from consortium_seat where consortium_id = $1 and organisation_id = $2 and id <> $3',
      [board.id, seat.organisationId, seat.id],
    );
    if (others.length > 0) throw seatedTwice(seat.organisationId ?? '');
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update consortium_seat set participation = $4, organisation_id = $5, need_ids = $6, state = $7, effort_months = $8,
         budget_share = $9, note = $10, required = $11, version = version + 1
       where consortium_id = $1 and id = $2 and version = $3`,
      [
        board.id,
        seat.id,
        at.version,
        seat.participation,
        seat.organisationId,
        seat.needIds,
        seat.state,
        seat.effortMonths,
        seat.budgetShare,
        seat.note,
        seat.required,
      ],
    );
    if (changed === 0) throw changedMeanwhile('seat', seat.id);
  }

  /** @throws {AppError} `consortia.changed-meanwhile` */
  async remove(
    unit: Unit,
    board: OnBoard,
    {
      thing,
      id,
      version,
    }: { readonly thing: 'need' | 'seat'; readonly id: string; readonly version: number },
  ): Promise<void> {
    const table = thing === 'need' ? 'consortium_need' : 'consortium_seat';
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from ${table} where consortium_id = $1 and id = $2 and version = $3`,
      [board.id, id, version],
    );
    if (removed === 0) throw changedMeanwhile(thing, id);
  }

  /** It is agreed: every partner is written to. */
  async tellAgreed(unit: Unit, { id, clusterId }: OnBoard, version: number): Promise<void> {
    const payload = { news: 'agreed', id, mark: String(version) } as const;
    await enqueueIntention(unit, tellPartnersJob, payload, { clusterId });
  }

  /** Who, when, what, from which state to which (T-01). */
  async note(
    unit: Unit,
    board: OnBoard,
    change: {
      readonly at: Date;
      readonly thing: Stateful;
      readonly id: string;
      readonly deed: 'added' | 'changed' | 'moved' | 'removed' | 'shown';
      readonly from?: NeedState | SeatState | ConsortiumState;
      readonly to?: NeedState | SeatState | ConsortiumState;
    },
  ): Promise<void> {
    await unit.manager.query(
      `insert into consortium_change (id, consortium_id, cluster_id, at, actor, thing, thing_id, deed, state_from, state_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        board.id,
        board.clusterId,
        change.at,
        unit.scope.user ?? unit.scope.role,
        change.thing,
        change.id,
        change.deed,
        change.from ?? null,
        change.to ?? null,
      ],
    );
  }
}
