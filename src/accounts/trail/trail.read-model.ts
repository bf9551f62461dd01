import type { Unit } from '../../platform/database/unit-of-work.js';

/** Which lines are asked for. */
export interface TrailFilter {
  readonly actions: readonly string[];
  /** id of whoever did it */
  readonly person: string | null;
  /** calendar days in Rome, both included */
  readonly from: string | null;
  readonly to: string | null;
}

/** Whose trail: the entries that concern a cluster, or an organisation. */
export interface TrailOf {
  readonly cluster?: string;
  readonly organisation?: string;
}

/** One entry as its reader may know it. */
export interface TrailEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly subject: Readonly<Record<string, string | number | boolean | null>>;
  readonly clusterId: string | null;
  readonly organisationId: string | null;
  /** null: not somebody whom the reader may know by name */
  readonly actorName: string | null;
  /** null: not an organisation whom the reader may know by name */
  readonly organisationName: string | null;
}

export interface TrailPerson {
  readonly id: string;
  readonly name: string;
}

const ofWhom = `($1::uuid is null or e.cluster_id = $1)
  and ($2::uuid is null or e.organisation_id = $2 or (e.subject ->> 'about' = 'members'
    and e.cluster_id in (select cluster_id from membership where organisation_id = $2)))`;

const asked = `${ofWhom} and e.action = any ($3)
  and ($4::text is null or e.actor = $4)
  and ($5::date is null or e.at >= $5::date::timestamp at time zone 'Europe/Rome')
  and ($6::date is null or e.at < ($6::date + 1)::timestamp at time zone 'Europe/Rome')`;

/**
 * The trail, read by those it concerns in their own scope: who may read which entry, and whom they may know by name, the
 * database decides.
 */
export class TrailReadModel {
  /** The newest first. @param after id of the last line before */
  async lines(
    unit: Unit,
    of: TrailOf,
    filter: TrailFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<TrailEntry[]> {
    return unit.manager.query<TrailEntry[]>(
      `with found as (
         select * from audit_entry e where ${asked}
           and ($7::uuid is null or (e.at, e.id) < (select b.at, b.id from audit_entry b where b.id = $7))
         order by e.at desc, e.id desc limit $8)
       select e.id, e.at, e.actor, e.role, e.action, e.subject, e.cluster_id as "clusterId",
         e.organisation_id as "organisationId", u.name as "actorName",
         (select r.legal_name from organisation_record r where r.organisation_id = e.organisation_id
          order by r.cluster_id nulls last, r.observed_on desc, r.id limit 1) as "organisationName"
       from found e left join user_account u on u.id::text = e.actor
       order by e.at desc, e.id desc`,
      [...values(of, filter), page.after, page.limit],
    );
  }

  async count(unit: Unit, of: TrailOf, filter: TrailFilter): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from audit_entry e where ${asked}`,
      values(of, filter),
    );
    return row?.count ?? 0;
  }

  /** Whom the reader may ask for: those who did something there and whom they may know by name. */
  async people(unit: Unit, of: TrailOf): Promise<TrailPerson[]> {
    return unit.manager.query<TrailPerson[]>(
      `select u.id, u.name from user_account u
       where u.id::text in (select e.actor from audit_entry e where ${ofWhom})
       order by lower(u.name), u.id limit 200`,
      [of.cluster ?? null, of.organisation ?? null],
    );
  }
}

const values = (
  { cluster, organisation }: TrailOf,
  { actions, person, from, to }: TrailFilter,
): unknown[] => [cluster ?? null, organisation ?? null, actions, person, from, to];
