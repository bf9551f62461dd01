import type { EligibilityAnswer } from '../../eligibility/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { nameOf, type OnBoard } from './board.store.js';
import type { ReliedCheck, ReliedOccasion } from './relied-check.js';

/** The last check of each board that staff relied on. */
export class ReliedCheckStore {
  /** null: nobody relied on one yet */
  async ofBoard(unit: Unit, consortiumId: string): Promise<ReliedCheck | null> {
    const [row] = await unit.manager.query<ReliedCheck[]>(
      `select result, rule_set as "ruleSet", version, occasion, ${nameOf('relied_by')} as "byName", relied_at as at
       from relied_check where consortium_id = $1`,
      [consortiumId],
    );
    return row ?? null;
  }

  /** In place of the one before. */
  async keep(
    unit: Unit,
    board: OnBoard,
    { result, ruleSet, version }: EligibilityAnswer,
    { occasion, now }: { readonly occasion: ReliedOccasion; readonly now: Date },
  ): Promise<void> {
    await unit.manager.query(
      `insert into relied_check (consortium_id, cluster_id, result, rule_set, version, occasion, relied_by, relied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (consortium_id) do update set result = $3, rule_set = $4, version = $5, occasion = $6,
         relied_by = $7, relied_at = $8`,
      [
        board.id,
        board.clusterId,
        result,
        ruleSet,
        version,
        occasion,
        unit.scope.user ?? unit.scope.role,
        now,
      ],
    );
  }
}
