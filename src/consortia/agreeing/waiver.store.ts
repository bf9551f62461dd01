import type { Unit } from '../../platform/database/unit-of-work.js';
import { nameOf, type OnBoard } from '../board/board.store.js';

export interface Waiver {
  /** as the readiness list names it */
  readonly item: string;
  readonly reason: string;
  /** who did, by name; null: they have gone */
  readonly byName: string | null;
  readonly at: Date;
}

/** Waivers of a board. */
export class WaiverStore {
  async ofBoard(unit: Unit, consortiumId: string): Promise<Waiver[]> {
    return unit.manager.query<Waiver[]>(
      `select item, reason, ${nameOf('waived_by')} as "byName", waived_at as at from board_waiver
       where consortium_id = $1 order by waived_at, item`,
      [consortiumId],
    );
  }

  async waive(
    unit: Unit,
    board: OnBoard,
    { item, reason, now }: { readonly item: string; readonly reason: string; readonly now: Date },
  ): Promise<void> {
    await unit.manager.query(
      `insert into board_waiver (consortium_id, cluster_id, item, reason, waived_by, waived_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (consortium_id, item) do update set reason = $4, waived_by = $5, waived_at = $6`,
      [board.id, board.clusterId, item, reason, unit.scope.user ?? unit.scope.role, now],
    );
  }

  async takeBack(unit: Unit, board: OnBoard, item: string): Promise<void> {
    await unit.manager.query('delete from board_waiver where consortium_id = $1 and item = $2', [
      board.id,
      item,
    ]);
  }
}
