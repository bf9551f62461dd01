import { voiceOf } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Feedback } from './feedback.js';

/** Feedback as its own side sees it. */
export interface GivenFeedback extends Feedback {
  readonly opportunityIdentifier: string;
  readonly opportunityTitle: string;
  /** as any source in scope writes it */
  readonly organisationName: string;
  /** given by whoever asks; else by somebody of the same side */
  readonly mine: boolean;
  /** ISO instant */
  readonly givenAt: string;
}

export interface GivenQuery {
  readonly verdict: Feedback['verdict'] | null;
  /** entries to skip */
  readonly offset: number;
  readonly limit: number;
}

/** What was said on behalf of a cluster or an organisation, the newest first: also the way back to what was hidden. */
export class GivenFeedbackReadModel {
  async list(unit: Unit, query: GivenQuery): Promise<{ items: GivenFeedback[]; total: number }> {
    const voice = voiceOf(unit.scope);
    if (voice === null) return { items: [], total: 0 };
    const condition = 'f.side_id = $1 and ($2::text is null or f.verdict = $2)';
    const items = await unit.manager.query<GivenFeedback[]>(
      `select f.opportunity_id as "opportunityId", f.organisation_id as "organisationId", f.verdict, f.reason, f.note,
         o.identifier as "opportunityIdentifier", o.title as "opportunityTitle",
         (select r.legal_name from organisation_record r where r.organisation_id = f.organisation_id
           order by r.source = 'members' desc, r.observed_on desc, r.id limit 1) as "organisationName",
         f.actor = $3 as mine, to_char(f.given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "givenAt"
       from suggestion_feedback f join opportunity o on o.id = f.opportunity_id
       where ${condition} order by f.given_at desc, f.opportunity_id, f.organisation_id, f.actor limit $4 offset $5`,
      [voice.sideId, query.verdict, voice.actor, query.limit, query.offset],
    );
    const [counted] = await unit.manager.query<{ total: number }[]>(
      `select count(*)::int as total from suggestion_feedback f where ${condition}`,
      [voice.sideId, query.verdict],
    );
    return { items, total: counted?.total ?? 0 };
  }
}
