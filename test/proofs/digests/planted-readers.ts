import type pg from 'pg';

/** What was planted: all invented. */
export interface Planted {
  /** ids of open calls */
  readonly calls: readonly string[];
}

/**
 * A cluster with one member whose people, `reader1@reader.example` and so on, chose the weekly digest, which is due in
 * the current hour; and open calls for it to hold. As the owner of the database.
 */
export async function plantReaders(owner: pg.Client, readers: number): Promise<Planted> {
  await owner.query(`insert into cluster (id, slug, name_en, name_it)
    values (gen_random_uuid(), 'made', 'Made Cluster', 'Cluster Inventato')`);
  await owner.query(`insert into organisation (id, invented) values (gen_random_uuid(), true)`);
  await owner.query(`insert into membership (id, cluster_id, organisation_id)
    select gen_random_uuid(), c.id, o.id from cluster c, organisation o`);
  await owner.query(`insert into digest_setting (cluster_id, weekday, hour, zone)
    select id, extract(isodow from now() at time zone 'UTC'), extract(hour from now() at time zone 'UTC'), 'UTC'
    from cluster`);
  await owner.query(
    `insert into user_account (id, email, name, language)
     select gen_random_uuid(), 'reader' || n || '@reader.example', 'Reader ' || n,
       case n % 2 when 0 then 'it' else 'en' end from generate_series(1, $1) n`,
    [readers],
  );
  await owner.query(`insert into role_grant (id, user_id, role, organisation_id)
    select gen_random_uuid(), u.id, 'editor', o.id from user_account u, organisation o`);
  await owner.query(`insert into consent (id, user_id, purpose, text_version, channel)
    select gen_random_uuid(), id, 'digest-weekly', 'test', 'page' from user_account`);
  const calls = await owner.query<{ id: string }>(`insert into opportunity
      (id, kind, identifier, identifier_key, title, stated_status, observed_at, invented)
    select gen_random_uuid(), 'topic', 'MADE-' || n, 'made-' || n, 'Invented call ' || n, 'open', now(), true
    from generate_series(1, 3) n returning id`);
  return { calls: calls.rows.map(({ id }) => id) };
}
