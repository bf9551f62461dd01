import { voiceOf, type Voice } from '../../accounts/index.js';
import { newId } from '../../platform/ids/uuid.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Feedback, Verdict } from './feedback.js';

/** One side of a suggestion, whose lists are asked about. */
export type JudgedFor = { readonly opportunityId: string } | { readonly organisationIds: readonly string[] };

export interface Judged {
  readonly opportunityId: string;
  readonly organisationId: string;
  readonly verdict: Verdict;
}

/** How long what is not for somebody stays away, in months. */
const refusedMonths = 12;

/** What people said of suggestions; each sees what their own side said. */
export class FeedbackStore {
  /** Somebody is erased: what they judged stays, under a name that is nobody's. Needs the service's scope. */
  async forgetActor(unit: Unit, user: string): Promise<void> {
    await unit.manager.query('update suggestion_feedback set actor = $2 where actor = $1', [
      user,
      `erased:${newId()}`,
    ]);
  }

  /** Saying it again replaces it. */
  async save(unit: Unit, { actor, side, sideId }: Voice, feedback: Feedback): Promise<void> {
    await unit.manager.query(
      `insert into suggestion_feedback (side_id, actor, opportunity_id, organisation_id, cluster_id,
         by_organisation_id, verdict, reason, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (side_id, actor, opportunity_id, organisation_id) do update set
         verdict = excluded.verdict, reason = excluded.reason, note = excluded.note, given_at = now()`,
      [
        sideId,
        actor,
        feedback.opportunityId,
        feedback.organisationId,
        side === 'cluster' ? sideId : null,
        side === 'organisation' ? sideId : null,
        feedback.verdict,
        feedback.reason,
        feedback.note,
      ],
    );
  }

  /** @returns whether anything had been said */
  async remove(
    unit: Unit,
    { actor, sideId }: Voice,
    { opportunityId, organisationId }: Pick<Feedback, 'opportunityId' | 'organisationId'>,
  ): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from suggestion_feedback
       where side_id = $1 and actor = $2 and opportunity_id = $3 and organisation_id = $4`,
      [sideId, actor, opportunityId, organisationId],
    );
    return removed > 0;
  }

  /** How many suggestions somebody judged. */
  async count(unit: Unit, { actor, sideId }: Voice): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      'select count(*)::int as count from suggestion_feedback where side_id = $1 and actor = $2',
      [sideId, actor],
    );
    return row?.count ?? 0;
  }

  /**
   * What whoever asks said of the suggestions of one opportunity, or of some organisations; nobody's own: none.
   *
   * `not-for-us` holds for a year, and no longer than until the opportunity changes: then it is another question.
   */
  async judged(unit: Unit, of: JudgedFor): Promise<Judged[]> {
    const voice = voiceOf(unit.scope);
    if (voice === null) return [];
    const [condition, value] =
      'opportunityId' in of
        ? ['opportunity_id = $3', of.opportunityId]
        : ['organisation_id = any ($3::uuid[])', of.organisationIds];
    return unit.manager.query<Judged[]>(
      `select opportunity_id as "opportunityId", organisation_id as "organisationId", verdict
       from suggestion_feedback f where side_id = $1 and actor = $2 and ${condition}
         and (verdict = 'useful' or (given_at > now() - $4 * interval '1 month' and not exists (
           select 1 from opportunity_change c where c.opportunity_id = f.opportunity_id and c.seen_at > f.given_at)))`,
      [voice.sideId, voice.actor, value, refusedMonths],
    );
  }
}

/** What a list makes of it: who may not appear, and who is marked. */
export interface JudgedInList {
  readonly refused: readonly string[];
  readonly useful: ReadonlySet<string>;
}

/** @param idOf the side of a suggestion that the list is made of */
export function inList(judged: readonly Judged[], idOf: (one: Judged) => string): JudgedInList {
  const of = (wanted: Verdict): string[] => judged.filter(({ verdict }) => verdict === wanted).map(idOf);
  return { refused: of('not-for-us'), useful: new Set(of('useful')) };
}
