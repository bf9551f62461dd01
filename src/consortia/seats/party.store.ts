import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Party } from '../board/board.js';
import type { OnBoard } from '../board/board.store.js';

const columns = `seat_id as "seatId", pic, legal_name as "legalName", country, type, sme, contact_name as "contactName",
  contact_email as "contactEmail", filled_by as "filledBy", filled_at as "filledAt"`;

type PartyRow = Party & { seatId: string };

/** What Part A asks, seat by seat. Contacts are in it: staff of the board and the service itself read it. */
export class PartyStore {
  /** By id of the seat. */
  async ofBoard(unit: Unit, consortiumId: string): Promise<Map<string, Party>> {
    const rows = await unit.manager.query<PartyRow[]>(
      `select ${columns} from seat_party where consortium_id = $1`,
      [consortiumId],
    );
    return new Map(rows.map(({ seatId, ...party }) => [seatId, party]));
  }

  async ofSeat(unit: Unit, seatId: string): Promise<Party | null> {
    const [row] = await unit.manager.query<PartyRow[]>(
      `select ${columns} from seat_party where seat_id = $1`,
      [seatId],
    );
    if (row === undefined) return null;
    const { seatId: _seat, ...party } = row;
    return party;
  }

  async fill(unit: Unit, board: OnBoard, seatId: string, party: Party): Promise<void> {
    await unit.manager.query(
      `insert into seat_party (seat_id, consortium_id, cluster_id, pic, legal_name, country, type, sme, contact_name,
         contact_email, filled_by, filled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (seat_id) do update set pic = $4, legal_name = $5, country = $6, type = $7, sme = $8, contact_name = $9,
         contact_email = $10, filled_by = $11, filled_at = $12`,
      [
        seatId,
        board.id,
        board.clusterId,
        party.pic,
        party.legalName,
        party.country,
        party.type,
        party.sme,
        party.contactName,
        party.contactEmail,
        party.filledBy,
        party.filledAt,
      ],
    );
  }

  /** Whoever sits there now is somebody else: nobody inherits what was filled in. */
  async forget(unit: Unit, seatId: string): Promise<void> {
    await unit.manager.query('delete from seat_party where seat_id = $1', [seatId]);
  }
}
