import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Cadence, OpenNeed, StaffFigures } from './report-figures.js';

/** A report that is due, and whom it is for. */
export interface DueReport {
  readonly kind: Cadence | 'monthly';
  readonly cluster: string;
  readonly slug: string;
  /** what it is about: `2026-W48`, `2026-11-24`, `2026-11`; one goes for each */
  readonly period: string;
  readonly since: Date;
  readonly until: Date;
  readonly readers: readonly string[];
}

/** What a cluster did in a year: needs approved, requests sent and what came of them. */
export interface CountedYear {
  readonly needs: number;
  /** requests for their seats, within 28 days of the approval */
  readonly forNeeds: number;
  /** requests that were answered, or waited for in vain */
  readonly ended: number;
  readonly accepted: number;
  /** requests that are a week old, or older */
  readonly weekOld: number;
  readonly answeredInWeek: number;
  /** members asked in a guided interview, ever */
  readonly interviewed: number;
}

/**
 * Staff hear an hour after the digests have gone, on the other days what went wrong; managers on the first of the month
 * at 7:00; each in the time zone of the cluster. What could not be told within six hours is not told late. $1: the moment.
 */
const due = `
  with at as (
    select k.id as cluster, k.slug, s.*, $1::timestamptz at time zone s.zone as local
    from cluster k cross join lateral (select coalesce(max(d.weekday), 2) as weekday, coalesce(max(d.hour), 8) as hour,
      coalesce(max(d.zone), 'Europe/Rome') as zone from digest_setting d where d.cluster_id = k.id) s
  ), due as (
    select 'weekly' as kind, 'officer' as role, at.*, to_char(local, 'IYYY-"W"IW') as period, interval '7 days' as span,
      date_trunc('day', local) + make_interval(hours => hour + 1) as due_at
    from at where extract(isodow from local) = weekday
    union all
    select 'daily', 'officer', at.*, to_char(local, 'YYYY-MM-DD'), interval '1 day',
      date_trunc('day', local) + make_interval(hours => hour + 1)
    from at where extract(isodow from local) <> weekday
    union all
    select 'monthly', 'manager', at.*, to_char(local - interval '1 month', 'YYYY-MM'), interval '1 month',
      date_trunc('month', local) + interval '7 hours'
    from at
  )
  select kind, cluster, slug, period,
    (case kind when 'monthly' then date_trunc('month', due_at) else due_at end - span) at time zone zone as since,
    (case kind when 'monthly' then date_trunc('month', due_at) else due_at end) at time zone zone as until,
    (select array_agg(g.user_id order by g.user_id) from role_grant g join user_account u on u.id = g.user_id
      where g.cluster_id = due.cluster and g.role = due.role and u.disabled_at is null
        and (g.until is null or g.until > $1)) as readers
  from due where due_at <= local and due_at > local - interval '6 hours'`;

/** Reports: which are due, and what is counted for them. */
export class ReportReadModel {
  /** Those with readers that were not put yet. @param at a moment; null: the database's own */
  async due(unit: Unit, at: Date | null): Promise<DueReport[]> {
    return unit.manager.query<DueReport[]>(
      `select * from (${due}) d where readers is not null and not exists (select from mail_delivery m
         where m.mail in ('staff-digest', 'management-report') and m.cause = d.cluster || ' ' || d.period)
       order by slug, kind`,
      [at ?? (await this.now(unit))],
    );
  }

  /** Names this hour where anybody could get a report: cheap, and true too often rather than too rarely. */
  async mayBeDue(unit: Unit): Promise<string | null> {
    const [row] = await unit.manager.query<{ slot: string }[]>(
      `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24') as slot where exists (select from role_grant
         where role in ('officer', 'manager') and (until is null or until > now()))`,
    );
    return row?.slot ?? null;
  }

  async now(unit: Unit): Promise<Date> {
    const [row] = await unit.manager.query<{ now: Date }[]>('select now() as now');
    if (!row) throw new Error('the database does not say what time it is');
    return row.now;
  }

  /** What became of a cluster's digests in a time, and how many of their readers answered. */
  async digests(unit: Unit, { cluster, since, until }: DueReport): Promise<StaffFigures['digests']> {
    const [row] = await unit.manager.query<StaffFigures['digests'][]>(
      `select count(*) filter (where m.state = 'sent')::int as sent,
         count(distinct d.user_id) filter (where m.state = 'sent')::int as readers,
         count(*) filter (where m.state = 'unknown'
           or (m.state = 'failed' and m.reason not in ('opted-out', 'all-closed', 'gone', 'erased')))::int as lost,
         count(distinct d.user_id) filter (where exists (select from suggestion_feedback f
           where f.by_organisation_id = d.organisation_id and f.given_at > m.ended_at and f.given_at <= $3
             and exists (select from jsonb_array_elements(d.items) i where i ->> 'opportunity' = f.opportunity_id::text)
         ))::int as replied
       from digest d join mail_delivery m on m.mail = 'digest' and m.cause = d.id::text
       where $1 = any (d.clusters) and m.ended_at > $2 and m.ended_at <= $3`,
      [cluster, since, until],
    );
    return row ?? { sent: 0, readers: 0, replied: 0, lost: 0 };
  }

  /** What members said of proposals in a time. */
  async answers(
    unit: Unit,
    { cluster, since, until }: DueReport,
  ): Promise<{ readonly useful: number; readonly notForUs: number }> {
    const [row] = await unit.manager.query<{ useful: number; notForUs: number }[]>(
      `select count(*) filter (where verdict = 'useful')::int as useful,
         count(*) filter (where verdict = 'not-for-us')::int as "notForUs"
       from suggestion_feedback f where f.given_at > $2 and f.given_at <= $3
         and exists (select from membership m where m.organisation_id = f.by_organisation_id and m.cluster_id = $1)`,
      [cluster, since, until],
    );
    return row ?? { useful: 0, notForUs: 0 };
  }

  /** Approved needs without anybody asked for their seat. */
  async openNeeds(unit: Unit, cluster: string, limit: number): Promise<OpenNeed[]> {
    return unit.manager.query<OpenNeed[]>(
      `select c.title as board, n.text from consortium_need n join consortium c on c.id = n.consortium_id
       where n.cluster_id = $1 and n.state not in ('drafted', 'filled', 'closed')
         and c.state not in ('agreed', 'submitted', 'funded', 'not-funded', 'dropped')
         and not exists (select from consortium_seat s where s.consortium_id = n.consortium_id
           and n.id = any (s.need_ids) and s.organisation_id is not null)
       order by c.changed_at desc, n.position, n.id limit $2`,
      [cluster, limit],
    );
  }

  /** Boards of a cluster, and those whose consortium has agreed. */
  async boards(unit: Unit, cluster: string): Promise<{ readonly boards: number; readonly agreed: number }> {
    const [row] = await unit.manager.query<{ boards: number; agreed: number }[]>(
      `select count(*) filter (where state <> 'dropped')::int as boards,
         count(*) filter (where state in ('agreed', 'submitted', 'funded', 'not-funded'))::int as agreed
       from consortium where cluster_id = $1`,
      [cluster],
    );
    return row ?? { boards: 0, agreed: 0 };
  }

  /** Counts of the last year up to the end of the report, for what others publish figures of. */
  async counted(unit: Unit, { cluster, until }: DueReport): Promise<CountedYear> {
    const [row] = await unit.manager.query<CountedYear[]>(
      `with need as (
         select id, approved_at from consortium_need
         where cluster_id = $1 and approved_at > $2::timestamptz - interval '1 year' and approved_at <= $2
       ), request as (
         select state, sent_at, answered_at from introduction
         where $1 = any (sender_clusters) and channel <> 'outside' and state <> 'withdrawn'
           and sent_at > $2::timestamptz - interval '1 year' and sent_at <= $2
       )
       select (select count(*)::int from need) as needs,
         (select count(distinct i.id)::int from need n join consortium_seat s on n.id = any (s.need_ids)
            join introduction i on i.seat_id = s.id and i.sent_at <= $2
              and i.sent_at between n.approved_at and n.approved_at + interval '28 days') as "forNeeds",
         (select count(*)::int from request where answered_at is not null or state = 'expired') as ended,
         (select count(*)::int from request where state = 'accepted') as accepted,
         (select count(*)::int from request where sent_at <= $2::timestamptz - interval '7 days') as "weekOld",
         (select count(*)::int from request where sent_at <= $2::timestamptz - interval '7 days'
            and answered_at <= sent_at + interval '7 days') as "answeredInWeek",
         (select count(distinct organisation_id)::int from interview
            where cluster_id = $1 and told_at <= $2) as interviewed`,
      [cluster, until],
    );
    if (!row) throw new Error('a count came without a row');
    return row;
  }

  /** Imports of a time that refused rows, by source. */
  async imports(unit: Unit, { cluster, since, until }: DueReport): Promise<StaffFigures['imports']> {
    return unit.manager.query<{ source: string; refused: number }[]>(
      `select r.source, count(*)::int as refused from import_run r join import_row w on w.run_id = r.id
       where r.cluster_id = $1 and r.created_at > $2 and r.created_at <= $3 and w.verdict = 'refused'
         and r.undone_at is null
       group by r.source order by r.source`,
      [cluster, since, until],
    );
  }
}
