import type { Unit } from '../../platform/database/unit-of-work.js';

/** How many sides judged one suggestion, bounded: what the next model may learn from. */
export interface PairVotes {
  readonly opportunityId: string;
  readonly organisationId: string;
  readonly useful: number;
  readonly notForUs: number;
}

export interface VoteBounds {
  /** instants: from the first, up to but without the second */
  readonly since: Date;
  readonly until: Date;
  /** of one person's judgements, the newest so many count */
  readonly perActor: number;
  /** of one side's judgements of one organisation, so many of each kind count */
  readonly perOrganisation: number;
}

export const defaultBounds = { perActor: 200, perOrganisation: 10 } as const;

/**
 * Who counts, with what: `bounded` holds one row per side, suggestion and verdict, of which those with `nth <= $4` count.
 * `$1` to `$4` are since, until, `perActor`, `perOrganisation`.
 */
export const boundedVoices = `with counting as (
         select f.*, row_number() over (
             partition by f.actor order by f.given_at desc, f.opportunity_id, f.organisation_id, f.side_id) as nth
         from suggestion_feedback f left join cluster c on c.id = f.cluster_id
         where f.given_at >= $1 and f.given_at < $2 and (f.verdict <> 'useful'
           or f.organisation_id is distinct from coalesce(f.by_organisation_id, c.organisation_id))
       ), voices as (
         select distinct on (side_id, opportunity_id, organisation_id)
           side_id, opportunity_id, organisation_id, verdict, given_at
         from counting where nth <= $3
         order by side_id, opportunity_id, organisation_id, given_at desc, actor
       ), bounded as (
         select *, row_number() over (
             partition by side_id, organisation_id, verdict order by given_at desc, opportunity_id) as nth
         from voices
       )`;

/**
 * Feedback in sum, without who said it. Nobody lifts itself: an organisation's `useful` on itself does not count, nor a
 * cluster's on the association behind it. A cluster or an organisation has one voice on a suggestion, its newest word,
 * however many of its people spoke; and neither a busy person nor a devoted side can outweigh the others.
 */
export class FeedbackVotesReadModel {
  /** Needs the service's own scope: others see what their side said. In order of opportunity, then organisation. */
  async votes(unit: Unit, { since, until, perActor, perOrganisation }: VoteBounds): Promise<PairVotes[]> {
    return unit.manager.query<PairVotes[]>(
      `${boundedVoices}
       select opportunity_id as "opportunityId", organisation_id as "organisationId",
         count(*) filter (where verdict = 'useful')::int as useful,
         count(*) filter (where verdict = 'not-for-us')::int as "notForUs"
       from bounded where nth <= $4 group by 1, 2 order by 1, 2`,
      [since, until, perActor, perOrganisation],
    );
  }
}
