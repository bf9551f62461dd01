import type pg from 'pg';

/** When the digests of a cluster go. */
export interface Slot {
  /** 1 is Monday */
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
}

/** An invented cluster with one member, whose people chose the weekly digest. */
export interface Tenant extends Slot {
  /** also what stands before the number in its readers' addresses: `rome` → `rome1@reader.example` */
  readonly slug: string;
  readonly readers: number;
}

/** As the owner of the database. */
export async function plantTenant(owner: pg.Client, tenant: Tenant): Promise<void> {
  const { slug, readers, weekday, hour, zone } = tenant;
  await owner.query(
    `with c as (insert into cluster (id, slug, name_en, name_it)
         values (gen_random_uuid(), $1, 'Made Cluster', 'Cluster Inventato') returning id),
       o as (insert into organisation (id, invented) values (gen_random_uuid(), true) returning id),
       m as (insert into membership (id, cluster_id, organisation_id) select gen_random_uuid(), c.id, o.id from c, o),
       s as (insert into digest_setting (cluster_id, weekday, hour, zone) select id, $3, $4, $5 from c),
       u as (insert into user_account (id, email, name, language)
         select gen_random_uuid(), $1 || n || '@reader.example', 'Reader ' || n,
           case n % 2 when 0 then 'it' else 'en' end from generate_series(1, $2) n returning id),
       g as (insert into role_grant (id, user_id, role, organisation_id)
         select gen_random_uuid(), u.id, 'editor', o.id from u, o)
     insert into consent (id, user_id, purpose, text_version, channel)
       select gen_random_uuid(), id, 'digest-weekly', 'test', 'page' from u`,
    [slug, readers, weekday, hour, zone],
  );
}

/** The hour that it is now by the database's clock, or some hours later, every week. */
export async function slotFromNow(owner: pg.Client, hoursLater: number): Promise<Slot> {
  const { rows } = await owner.query<{ weekday: number; hour: number }>(
    `select extract(isodow from at)::int as weekday, extract(hour from at)::int as hour
     from (select (now() + make_interval(hours => $1)) at time zone 'UTC' as at) moment`,
    [hoursLater],
  );
  const { weekday = 1, hour = 0 } = rows[0] ?? {};
  return { weekday, hour, zone: 'UTC' };
}

/** @returns the ids of invented calls that close in three days */
export async function plantCalls(owner: pg.Client): Promise<string[]> {
  const calls = await owner.query<{ id: string }>(`insert into opportunity
      (id, kind, identifier, identifier_key, title, stated_status, observed_at, invented, deadlines)
    select gen_random_uuid(), 'topic', 'MADE-' || n, 'made-' || n, 'Invented call ' || n, 'open', now(), true,
      jsonb_build_array(jsonb_build_object('at', to_char(now() at time zone 'UTC' + interval '3 days',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'zone', 'Europe/Brussels', 'stage', 'single'))
    from generate_series(1, 3) n returning id`);
  return calls.rows.map(({ id }) => id);
}
