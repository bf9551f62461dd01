import type { Unit } from '../../platform/database/unit-of-work.js';
import { boundedVoices, type VoteBounds } from './feedback-votes.read-model.js';

/** Judgements of suggestions that looked alike: without whom, what for, or who said it. */
export interface CountedVotes {
  /** which fifth of [0, 1] the competence fit lay in, from 0 to 4; the same of the track record */
  readonly fit: number;
  readonly track: number;
  readonly useful: number;
  readonly notForUs: number;
  /** clusters and organisations that judged, and organisations that were judged */
  readonly sides: number;
  readonly organisations: number;
}

export interface CellBounds extends VoteBounds {
  /** of one side's judgements, the newest so many count in all */
  readonly perSide: number;
  /** a cell of fewer sides, or about fewer organisations, is left out */
  readonly fewest: number;
}

export const cellBounds = { perSide: 20, fewest: 5 } as const;

/**
 * Feedback by how well the suggestions fitted, by the lists that are shown now: what is not in them any more is not counted.
 * Small cells are left out, for what few said of few is nobody's to read.
 */
export class VoteCellsReadModel {
  /** Needs the service's own scope, in every cluster whose lists are to be read. */
  async cells(
    unit: Unit,
    { since, until, perActor, perOrganisation, perSide, fewest }: CellBounds,
  ): Promise<CountedVotes[]> {
    return unit.manager.query<CountedVotes[]>(
      `${boundedVoices}, heard as (
         select * from (
           select *, row_number() over (
               partition by side_id order by given_at desc, opportunity_id, organisation_id) as turn
           from bounded where nth <= $4) as turns
         where turn <= $5
       ), figured as (
         select distinct on (h.side_id, h.opportunity_id, h.organisation_id)
           h.side_id, h.organisation_id, h.verdict, l.fits[place] as fit, l.track_records[place] as track
         from heard h
         join match_list l on l.opportunity_id = h.opportunity_id
           and l.run_id = (select run_id from current_score_run)
         cross join lateral array_position(l.organisation_ids, h.organisation_id) as place
         where place is not null
         order by h.side_id, h.opportunity_id, h.organisation_id, l.cluster_id nulls last
       )
       select least(4, floor(fit * 5))::int as fit, least(4, floor(track * 5))::int as track,
         count(*) filter (where verdict = 'useful')::int as useful,
         count(*) filter (where verdict = 'not-for-us')::int as "notForUs",
         count(distinct side_id)::int as sides, count(distinct organisation_id)::int as organisations
       from figured group by 1, 2
       having count(distinct side_id) >= $6 and count(distinct organisation_id) >= $6 order by 1, 2`,
      [since, until, perActor, perOrganisation, perSide, fewest],
    );
  }
}
