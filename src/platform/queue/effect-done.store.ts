import type { Unit } from '../database/unit-of-work.js';

/**
 * Claims an effect by its key, in the transaction of the effect: `true` once ever, `false` from then on.
 *
 * For effects that no natural upsert makes repeatable, and that several intentions might ask for.
 */
export async function effectOnce(unit: Unit, key: string): Promise<boolean> {
  const rows = await unit.manager.query<{ key: string }[]>(
    `insert into effect_done (key) values ($1) on conflict do nothing returning key`,
    [key],
  );
  return rows.length === 1;
}
