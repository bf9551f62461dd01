import type { Unit } from '../platform/database/unit-of-work.js';

/** What became of a cluster's digests of one week, in numbers alone. */
export interface DigestCounts {
  /** `2026-W48` */
  readonly week: string;
  /** whose turn it was */
  readonly readers: number;
  readonly sent: number;
  /** of those sent, how many came back */
  readonly cameBack: number;
  /** nothing was worth a mail */
  readonly silent: number;
  /** chosen, and not sent: opted out meanwhile, refused, too late */
  readonly notSent: number;
  /** nobody knows whether they arrived */
  readonly unknown: number;
  /** being chosen or sent */
  readonly underWay: number;
  /** items that their readers called useful; null: too few readers to tell without telling of one of them */
  readonly useful: number | null;
  readonly notForUs: number | null;
  /** requests that readers began about a call of theirs within four weeks */
  readonly requests: number | null;
}

/** Below this many readers a number of answers says who gave them. */
const fewestReaders = 5;

const answers = (verdict: string): string => `sum((select count(distinct f.opportunity_id)
  from jsonb_array_elements(d.items) i join suggestion_feedback f on f.opportunity_id::text = i ->> 'opportunity'
  where f.actor = d.user_id::text and f.organisation_id = d.organisation_id and f.verdict = '${verdict}'
    and f.given_at >= d.due_at))`;

const told = (sum: string): string =>
  `case when count(*) >= ${fewestReaders} then coalesce(${sum}, 0)::int end`;

/** How digests did. Nothing is measured in a mail itself: what counts is what readers say and do afterwards. */
export class DigestCountsReadModel {
  /** The last weeks of a cluster, the newest first; those who hear at once are not among them. */
  async weeks(unit: Unit, cluster: string, days: number): Promise<DigestCounts[]> {
    return unit.manager.query<DigestCounts[]>(
      `select d.week, count(*)::int as readers,
         count(*) filter (where m.state = 'sent')::int as sent,
         count(*) filter (where m.state = 'sent'
           and exists (select from mail_bounce b where b.delivery_id = m.id and b.kind <> 'complaint'))::int as "cameBack",
         count(*) filter (where d.state = 'silent')::int as silent,
         count(*) filter (where m.state = 'failed')::int as "notSent",
         count(*) filter (where m.state = 'unknown')::int as unknown,
         count(*) filter (where d.state = 'planned' or m.state in ('due', 'claimed', 'sending'))::int as "underWay",
         ${told(answers('useful'))} as useful, ${told(answers('not-for-us'))} as "notForUs",
         ${told(`sum((select count(*) from introduction r where r.sender_organisation_id = d.organisation_id
           and r.created_by = d.user_id and r.opportunity_id::text in
             (select i ->> 'opportunity' from jsonb_array_elements(d.items) i)
           and r.created_at between d.due_at and d.due_at + interval '28 days'))`)} as requests
       from digest d left join mail_delivery m on m.mail = 'digest' and m.cause = d.id::text
         and m.recipient = 'user:' || d.user_id
       where d.clusters @> array[$1::uuid] and d.due_at > now() - make_interval(days => $2)
         and d.week ~ '^[0-9]{4}-W[0-9]{2}$'
       group by d.week order by d.week desc`,
      [cluster, days],
    );
  }
}
