import { bulkInsert } from '../../platform/database/bulk-insert.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { PackedList } from '../scoring/scoring-request.js';
import { clusterOf, type Audience } from '../snapshots/audience.js';

/** The top of the ranking for one opportunity, as stored: arrays of equal length, best first. */
export interface MatchList {
  readonly audience: Audience;
  readonly organisationIds: readonly string[];
  readonly scores: readonly number[];
  readonly fits: readonly number[];
  readonly trackRecords: readonly number[];
}

/** The top of the ranking of opportunities for one organisation. */
export interface MemberList {
  readonly organisation: string;
  readonly opportunities: readonly string[];
  readonly scores: readonly number[];
  readonly fits: readonly number[];
  readonly trackRecords: readonly number[];
}

/** Stored lists: a row per opportunity and audience, and a row per member of a cluster. */
export class MatchListStore {
  /** Repeatable: the same block again writes the same rows. */
  async save(unit: Unit, runId: string, audience: Audience, lists: readonly PackedList[]): Promise<void> {
    const rows = lists.map((list) => ({
      run_id: runId,
      opportunity_id: list.opportunity,
      audience,
      cluster_id: clusterOf(audience),
      organisation_ids: list.organisations,
      scores: list.scores,
      fits: list.fits,
      track_records: list.trackRecords,
    }));
    if (!rows[0]) return;
    await bulkInsert(
      unit,
      {
        table: 'match_list',
        columns: Object.keys(rows[0]),
        conflict: `on conflict (run_id, opportunity_id, audience) do update set
        organisation_ids = excluded.organisation_ids, scores = excluded.scores, fits = excluded.fits,
        track_records = excluded.track_records`,
      },
      rows,
    );
  }

  /** The lists of one opportunity in the run that is shown, of every audience in scope. */
  async current(unit: Unit, opportunityId: string): Promise<MatchList[]> {
    return unit.manager.query<MatchList[]>(
      `select audience, organisation_ids as "organisationIds", scores, fits, track_records as "trackRecords"
       from match_list where opportunity_id = $1 and run_id = (select run_id from current_score_run)
       order by audience collate "C"`,
      [opportunityId],
    );
  }

  /** The best opportunities of members of a cluster; repeatable. */
  async saveForMembers(
    unit: Unit,
    runId: string,
    audience: Audience,
    lists: readonly MemberList[],
  ): Promise<void> {
    const rows = lists.map((list) => ({
      run_id: runId,
      organisation_id: list.organisation,
      audience,
      cluster_id: clusterOf(audience),
      opportunity_ids: list.opportunities,
      scores: list.scores,
      fits: list.fits,
      track_records: list.trackRecords,
    }));
    if (!rows[0]) return;
    await bulkInsert(
      unit,
      {
        table: 'organisation_match_list',
        columns: Object.keys(rows[0]),
        conflict: `on conflict (run_id, organisation_id, audience) do update set
        opportunity_ids = excluded.opportunity_ids, scores = excluded.scores, fits = excluded.fits,
        track_records = excluded.track_records`,
      },
      rows,
    );
  }
}
