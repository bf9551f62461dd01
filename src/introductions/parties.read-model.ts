import { speakerOf } from '../accounts/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { Recipient } from '../platform/mail/index.js';
import type { WorkPlace } from './clock/answer-clock.js';

/** Somebody who can be told. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'it';
}

/** Who stands behind a side: its clusters, people, names and days. Needs the service's scope over every cluster. */
export class PartiesReadModel {
  /** Clusters of which an organisation is a member today, the oldest membership first. */
  async clustersOf(unit: Unit, organisation: string): Promise<string[]> {
    const rows = await unit.manager.query<{ id: string }[]>(
      `select cluster_id as id from membership where organisation_id = $1 and (until is null or until >= current_date)
       order by since nulls last, cluster_id`,
      [organisation],
    );
    return rows.map(({ id }) => id);
  }

  /** Who answers for an organisation at this moment. */
  speaker(unit: Unit, organisation: string, clusters: readonly string[]): Promise<Recipient | null> {
    return speakerOf(unit, organisation, clusters);
  }

  /** Whether a cluster has somebody down as the contact at an organisation. */
  async isContact(unit: Unit, organisation: string, user: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from contact c join user_account u on u.email = c.email
         where c.organisation_id = $1 and u.id = $2) as found`,
      [organisation, user],
    );
    return row?.found ?? false;
  }

  /** Staff of clusters. */
  async officers(unit: Unit, clusters: readonly string[]): Promise<Person[]> {
    return unit.manager.query<Person[]>(
      `select distinct u.id, u.name, u.email, u.language from role_grant g join user_account u on u.id = g.user_id
       where g.cluster_id = any ($1) and g.role = 'officer' and (g.until is null or g.until > now())
         and u.disabled_at is null order by u.id limit 20`,
      [clusters],
    );
  }

  async person(unit: Unit, id: string | null): Promise<Person | null> {
    if (id === null) return null;
    const [row] = await unit.manager.query<Person[]>(
      'select id, name, email, language from user_account where id = $1 and disabled_at is null',
      [id],
    );
    return row ?? null;
  }

  /** What an organisation, its people and its projects are called: what a masked text may not say. */
  async names(unit: Unit, organisation: string): Promise<string[]> {
    const rows = await unit.manager.query<{ name: string | null }[]>(
      `select legal_name as name from organisation_record where organisation_id = $1
       union select short_name from organisation_record where organisation_id = $1
       union select pic from organisation where id = $1 union select vat_number from organisation where id = $1
       union select c.name from contact c where c.organisation_id = $1
       union select u.name from user_account u join role_grant g on g.user_id = u.id where g.organisation_id = $1
       union (select p.acronym from participation x join project p on p.id = x.project_id
         where x.organisation_id = $1 limit 500)`,
      [organisation],
    );
    return rows.flatMap(({ name }) => name ?? []);
  }

  /**
   * Where and when an organisation works, a cluster's staff as its seat does. Days on which the cluster is closed count for
   * its members too: their requests are escalated to its staff.
   */
  async place(unit: Unit, organisation: string | null, clusters: readonly string[]): Promise<WorkPlace> {
    const { seat, ...set } = await this.#clusterDays(unit, clusters[0] ?? null);
    const country = seat?.slice(0, 2).replace('EL', 'GR').replace('UK', 'GB') ?? 'IT';
    if (organisation === null) return { ...set, country, nuts: seat };
    const [row] = await unit.manager.query<{ country: string | null; nuts: string | null }[]>(
      `select (array_agg(country order by rank) filter (where country is not null))[1] as country,
         (array_agg(nuts order by rank) filter (where nuts is not null))[1] as nuts
       from (select country, nuts, row_number() over (order by array_position(array['self', 'members', 'cordis', 'demo'],
           source), observed_on desc, id) as rank from organisation_record where organisation_id = $1) r`,
      [organisation],
    );
    const own = { country: row?.country ?? null, nuts: row?.nuts ?? null };
    return {
      ...own,
      // theirs by where they are; the cluster's only where nothing is known of that
      zone: own.country === null ? set.zone : null,
      patronSaint: own.nuts === null ? set.patronSaint : null,
      closed: [...(await this.closings(unit, organisation)), ...set.closed],
    };
  }

  async #clusterDays(
    unit: Unit,
    cluster: string | null,
  ): Promise<Pick<WorkPlace, 'zone' | 'patronSaint' | 'closed'> & { readonly seat: string | null }> {
    const [row] = await unit.manager.query<
      { seat: string | null; zone: string | null; patronSaint: string | null; closedOn: string[] | null }[]
    >(
      `select c.nuts as seat, s.time_zone as zone, s.patron_saint as "patronSaint", s.closed_on::text[] as "closedOn"
       from cluster c left join cluster_setting s on s.cluster_id = c.id where c.id = $1`,
      [cluster],
    );
    const { seat = null, zone = null, patronSaint = null, closedOn } = row ?? {};
    return { seat, zone, patronSaint, closed: (closedOn ?? []).map((day) => ({ from: day, until: day })) };
  }

  async closings(unit: Unit, organisation: string): Promise<{ id: string; from: string; until: string }[]> {
    return unit.manager.query<{ id: string; from: string; until: string }[]>(
      `select id, from_day::text as "from", until_day::text as until from organisation_closing
       where organisation_id = $1 order by from_day, id limit 50`,
      [organisation],
    );
  }

  async writeClosings(
    unit: Unit,
    organisation: string,
    days: readonly { readonly from: string; readonly until: string }[],
  ): Promise<void> {
    await unit.manager.query('delete from organisation_closing where organisation_id = $1', [organisation]);
    for (const { from, until } of days)
      await unit.manager.query(
        `insert into organisation_closing (id, organisation_id, from_day, until_day)
         values (gen_random_uuid(), $1, $2, $3)`,
        [organisation, from, until],
      );
  }

  /** Whether one of the two does not want to meet the other. */
  async areApart(unit: Unit, one: string, other: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      `select exists (select from exclusion where (organisation_id = $1 and other_id = $2)
         or (organisation_id = $2 and other_id = $1)) as found`,
      [one, other],
    );
    return row?.found ?? false;
  }
}
