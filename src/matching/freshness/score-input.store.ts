import type { Unit } from '../../platform/database/unit-of-work.js';

/** What ranking reads, compared with what a run was last asked for. */
export interface InputState {
  /** a run was asked for when it was as it is */
  readonly isRanked: boolean;
  /** how long it has not changed, in seconds */
  readonly quietSeconds: number;
  /** names this state of it among all: the same content again later is another */
  readonly since: number;
}

/** Remembers what ranking reads, by its fingerprint. */
export class ScoreInputStore {
  /** Notes what it is now. @param fingerprint changes with anything that ranking reads */
  async look(unit: Unit, fingerprint: string): Promise<InputState> {
    const [row] = await unit.manager.query<InputState[]>(
      `insert into score_input as i ("only", seen, since) values (true, $1, now())
       on conflict ("only") do update set seen = excluded.seen,
         since = case when i.seen = excluded.seen then i.since else excluded.since end
       returning ranked is not distinct from seen as "isRanked",
         extract(epoch from now() - since)::float8 as "quietSeconds", extract(epoch from since)::bigint::int as since`,
      [fingerprint],
    );
    if (!row) throw new Error('score_input returned no row');
    return row;
  }

  /** A run is asked for, that will read this or something newer. */
  async ranked(unit: Unit, fingerprint: string): Promise<void> {
    await unit.manager.query(
      `insert into score_input ("only", seen, ranked) values (true, $1, $1)
       on conflict ("only") do update set ranked = excluded.ranked`,
      [fingerprint],
    );
  }
}
