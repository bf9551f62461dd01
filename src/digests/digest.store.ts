import type { Unit } from '../platform/database/unit-of-work.js';
import { memoryDays, type DigestContent, type Frequency, type SentItems } from './digest.js';
import type { DigestLine } from './digest-line.js';
import type { DigestReader } from './member-findings.js';

/** A digest that was planned, and whom it is for. */
export interface PlannedDigest extends DigestReader {
  readonly id: string;
  readonly week: string;
  readonly dueAt: Date;
}

/**
 * Whom to plan for: `due`, those whose hour has come; `week`, everybody for the week of the moment;
 * `demonstration`, its people, now.
 */
export type PlanFor = 'due' | 'week' | 'demonstration';

const onTheDay = `(purpose <> 'digest-monthly' or extract(day from due_at at time zone zone) <= 7)
  and purpose <> 'digest-at-once'`;

/** By day, when lists were made anew since the last look: what is new in them is told within minutes. */
const atOnce = `purpose = 'digest-at-once' and extract(hour from $1::timestamptz at time zone zone) between 7 and 20
  and exists (select from score_run r where r.state = 'done' and r.finished_at > coalesce((select max(d.chosen_at)
    from digest d where d.user_id = due.user_id), '-infinity'))
  and not exists (select from digest d where d.user_id = due.user_id and d.state = 'planned')`;

const planned: Readonly<Record<PlanFor, string>> = {
  due: `(${onTheDay} and due_at <= $1::timestamptz and due_at > $1::timestamptz - interval '48 hours')
    or (${atOnce})`,
  week: onTheDay,
  demonstration: 'demo',
};

export interface ChosenDigest extends PlannedDigest, DigestContent {
  readonly state: 'planned' | 'chosen' | 'silent' | 'note';
  /** somebody who still wants digests, of an organisation that still is a member */
  readonly wanted: boolean;
  /** its reader is still of that organisation */
  readonly belongs: boolean;
}

const live = '(until is null or until > $1::timestamptz)';

const consented = `(select purpose from consent where user_id = u.id and purpose like 'digest-%' and withdrawn_at is null
  order by given_at desc limit 1)`;

/**
 * Whoever is due at a moment: who wants digests, for which week, since when. One for each person, whatever the number of
 * their clusters; the week and the hour are those of the first cluster's time zone. $1: the moment.
 */
const due = `
  select gen_random_uuid() as id, u.id as user_id, g.organisation_id, m.clusters, w.week, w.hour, u.language, w.due_at,
    c.purpose, s.zone, u.demo
  from user_account u
  cross join lateral ${consented} c
  cross join lateral (select organisation_id from role_grant where user_id = u.id and organisation_id is not null
    and role in ('member', 'editor', 'committer') and ${live} order by since, id limit 1) g
  cross join lateral (select array_agg(cluster_id order by since nulls last, cluster_id) as clusters
    from membership where organisation_id = g.organisation_id and ${live}) m
  cross join lateral (select coalesce(d.weekday, 2) as weekday, coalesce(d.hour, 8) as hour,
      coalesce(d.zone, 'Europe/Rome') as zone, coalesce(d.active, true) as active
    from cluster k left join digest_setting d on d.cluster_id = k.id where k.id = m.clusters[1]) s
  cross join lateral (select $1::timestamptz at time zone s.zone as local) l
  cross join lateral (select to_char(l.local, 'IYYY-"W"IW') as week, to_char(l.local, 'IYYY-"W"IW-ID"T"HH24') as hour,
    (date_trunc('week', l.local)
    + make_interval(days => s.weekday - 1, hours => s.hour)) at time zone s.zone as due_at) w
  where u.disabled_at is null and s.active`;

/** Of a digest: its mail was not given up. */
const leftOrWaits = `not exists (select from mail_delivery m where m.mail = 'digest'
  and m.recipient = 'user:' || d.user_id and m.cause = d.id::text and m.state = 'failed')`;

/** Digests as they are planned, chosen and sent. */
export class DigestStore {
  /**
   * Plans a digest for everybody who is due. Planning again changes nothing.
   *
   * @param at a moment; null: the database's own
   * @returns how many are new
   */
  async plan(unit: Unit, at: Date | null, whom: PlanFor): Promise<number> {
    const rows = await unit.manager.query<object[]>(
      `with due as (${due})
       insert into digest (id, user_id, organisation_id, clusters, week, language, due_at)
       select id, user_id, organisation_id, clusters,
         case purpose when 'digest-at-once' then hour else week end, language,
         case when purpose = 'digest-at-once' then $1::timestamptz
           else ${whom === 'demonstration' ? 'least(due_at, now())' : 'due_at'} end from due
       where ${planned[whom]}
       on conflict (user_id, week) do nothing returning 1`,
      [at ?? (await this.now(unit))],
    );
    return rows.length;
  }

  /** What time it is: the database says. */
  async now(unit: Unit): Promise<Date> {
    const [row] = await unit.manager.query<{ now: Date }[]>('select now() as now');
    if (!row) throw new Error('the database does not say what time it is');
    return row.now;
  }

  /** Those who want digests, as if they were due at a moment: for a look ahead. */
  async wanting(unit: Unit, at: Date): Promise<WantingReader[]> {
    return unit.manager.query<WantingReader[]>(
      `select id, user_id as user, organisation_id as organisation, clusters, week, language,
         due_at as "dueAt", substr(purpose, 8) as frequency,
         purpose <> 'digest-monthly' or extract(day from due_at at time zone zone) <= 7 as "goesThen" from (${due}) d
       order by user_id`,
      [at],
    );
  }

  /** Whether any week may be due somewhere: cheap, and true too often rather than too rarely. */
  async mayBeDue(unit: Unit): Promise<string | null> {
    const [row] = await unit.manager.query<{ slot: string }[]>(
      `select to_char(now() at time zone 'UTC', 'YYYYMMDD-HH24') || (extract(minute from now())::int / 5) as slot
       where exists (select from consent where purpose like 'digest-%' and withdrawn_at is null)`,
    );
    return row?.slot ?? null;
  }

  /** Planned and not chosen yet, the oldest first. */
  async planned(unit: Unit, limit: number): Promise<PlannedDigest[]> {
    return unit.manager.query<PlannedDigest[]>(
      `select id, user_id as user, organisation_id as organisation, clusters, week, language,
         due_at as "dueAt" from digest
       where state = 'planned' order by due_at, id limit $1`,
      [limit],
    );
  }

  /** What somebody was sent in the four weeks before a moment; mails that did not leave do not count. */
  async sentItems(unit: Unit, user: string, at: Date): Promise<SentItems> {
    const rows = await unit.manager.query<{ opportunity: string; form: string }[]>(
      `select i ->> 'opportunity' as opportunity, i ->> 'form' as form
       from digest d cross join lateral jsonb_array_elements(d.items) i
       where d.user_id = $1 and d.state = 'chosen' and d.due_at > $2::timestamptz - interval '${memoryDays} days'
         and i -> 'closed' is null
         and ${leftOrWaits}
       order by d.due_at`,
      [user, at],
    );
    return new Map(rows.map(({ opportunity, form }) => [opportunity, form]));
  }

  /** Needs that somebody was told of in those weeks. */
  async sentNeeds(unit: Unit, user: string, at: Date): Promise<ReadonlySet<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select n ->> 'id' as id from digest d cross join lateral jsonb_array_elements(d.waiting -> 'needs') n
       where d.user_id = $1 and d.state = 'chosen' and d.due_at > $2::timestamptz - interval '${memoryDays} days'
         and ${leftOrWaits}`,
      [user, at],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Weeks in a row in which somebody heard nothing, up to the last one planned. */
  async silentWeeks(unit: Unit, user: string): Promise<number> {
    const [row] = await unit.manager.query<{ weeks: number }[]>(
      `select count(*)::int as weeks from digest d where user_id = $1 and state = 'silent'
         and week ~ '^[0-9]{4}-W[0-9]{2}$'
         and not exists (select from digest l where l.user_id = $1 and l.state in ('chosen', 'note') and l.due_at > d.due_at)`,
      [user],
    );
    return row?.weeks ?? 0;
  }

  /** @returns false where somebody else has chosen meanwhile */
  async choose(
    unit: Unit,
    id: string,
    state: 'chosen' | 'silent' | 'note',
    { items, saved, waiting }: DigestContent,
  ): Promise<boolean> {
    const [, count] = await unit.manager.query<[unknown[], number]>(
      `update digest set state = $2, items = $3, saved = $4, waiting = $5, chosen_at = now()
       where id = $1 and state = 'planned'`,
      [id, state, ...[items, saved, waiting].map((part) => JSON.stringify(part))],
    );
    return count === 1;
  }

  /** A digest, and whether its reader still wants it. */
  async find(unit: Unit, id: string): Promise<ChosenDigest | null> {
    const [row] = await unit.manager.query<ChosenDigest[]>(
      `select d.id, d.user_id as user, d.organisation_id as organisation, d.clusters, d.week, d.language, d.state,
         d.due_at as "dueAt",
         d.items, d.saved, d.waiting,
         coalesce(${consented}, 'digest-never') <> 'digest-never'
           and exists (select from membership m where m.organisation_id = d.organisation_id
             and m.cluster_id = any (d.clusters) and (m.until is null or m.until > now()))
           and exists (select from role_grant g where g.user_id = d.user_id and g.organisation_id = d.organisation_id
             and (g.until is null or g.until > now())) as wanted,
         u.disabled_at is null and exists (select from role_grant g where g.user_id = d.user_id
           and g.organisation_id = d.organisation_id and (g.until is null or g.until > now())) as belongs
       from digest d join user_account u on u.id = d.user_id where d.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The key of the links in mails. */
  async key(unit: Unit): Promise<Buffer> {
    const [row] = await unit.manager.query<{ key: Buffer }[]>('select key from digest_key');
    if (!row) throw new Error('the database has no digest_key row; its migration makes it');
    return row.key;
  }

  /**
   * What was chosen for whom, the newest first; each sees what their scope reaches.
   *
   * @param user somebody's own alone; null: everybody's
   */
  async history(unit: Unit, user: string | null, limit: number): Promise<DigestLine[]> {
    return unit.manager.query<DigestLine[]>(
      `select d.id, d.user_id as user, d.organisation_id as organisation, d.week, d.state, d.due_at as "dueAt",
         jsonb_array_length(d.items) + jsonb_array_length(d.waiting -> 'needs') as items, d.chosen_at as "chosenAt", m.state as mail, m.reason,
         m.ended_at as "endedAt"
       from digest d left join mail_delivery m on m.mail = 'digest' and m.cause = d.id::text
         and m.recipient = 'user:' || d.user_id
       where $1::uuid is null or d.user_id = $1
       order by d.due_at desc, d.id limit $2`,
      [user, limit],
    );
  }

  /** Whether the scope reaches a digest. */
  async reaches(unit: Unit, id: string): Promise<boolean> {
    const [row] = await unit.manager.query<object[]>('select 1 from digest where id = $1', [id]);
    return row !== undefined;
  }

  /** Writes down which of its items had closed when it was sent. @param items their numbers */
  async markClosed(unit: Unit, id: string, items: readonly number[]): Promise<void> {
    for (const at of items)
      await unit.manager.query(
        `update digest set items = jsonb_set(items, array[$2::text, 'closed'], 'true') where id = $1`,
        [id, String(at)],
      );
  }
}

/** Somebody who wants digests. */
export interface WantingReader extends PlannedDigest {
  readonly frequency: Frequency;
  /** false: in that week there is none, as they want one a month */
  readonly goesThen: boolean;
}
