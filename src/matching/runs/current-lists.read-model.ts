import type { Unit } from '../../platform/database/unit-of-work.js';

/** The head of one stored list: for a call its organisations, for an organisation its calls; the best first. */
export interface ListHead {
  /** id of the call, or of the organisation */
  readonly of: string;
  readonly places: readonly string[];
  readonly scores: readonly number[];
}

/** The heads of the lists that are shown, as far as the scope reaches. */
export interface ListHeads {
  /** of calls: among the members of the clusters in scope, or among all where the scope has none */
  readonly calls: readonly ListHead[];
  /** of members of the clusters in scope */
  readonly members: readonly ListHead[];
}

/** What the last finished score run found, in short. */
export class CurrentListsReadModel {
  /**
   * In order of id. Stored lists may name who has gone since, or may no longer be shown: look before showing.
   *
   * @param places of each list
   * @returns null before a first run has finished
   */
  async heads(unit: Unit, places: number): Promise<ListHeads | null> {
    const [run] = await unit.manager.query<{ id: string }[]>('select run_id as id from current_score_run');
    if (!run) return null;
    const own = await this.#calls(unit, run.id, places, 'cluster_id is not null');
    const calls = own.length > 0 ? own : await this.#calls(unit, run.id, places, 'cluster_id is null');
    const members = await unit.manager.query<ListHead[]>(
      `select organisation_id as of, opportunity_ids[1:$2] as places, scores[1:$2] as scores
       from organisation_match_list where run_id = $1 and cluster_id is not null
       order by organisation_id, audience collate "C"`,
      [run.id, places],
    );
    return { calls, members };
  }

  #calls(unit: Unit, runId: string, places: number, audience: string): Promise<ListHead[]> {
    return unit.manager.query<ListHead[]>(
      `select opportunity_id as of, organisation_ids[1:$2] as places, scores[1:$2] as scores
       from match_list where run_id = $1 and ${audience} order by opportunity_id, audience collate "C"`,
      [runId, places],
    );
  }
}
