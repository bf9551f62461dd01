import type { Unit } from '../../platform/database/unit-of-work.js';

/** What organisations are called anywhere, by id: by law and in short, their people, projects, places, pages, numbers. */
export class GivingAwayReadModel {
  /** Needs the scope of the service over every cluster: what one calls it gives it away in the other as well. */
  async names(unit: Unit, organisations: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await unit.manager.query<{ id: string; names: string[] }[]>(
      `select named.id, array_agg(distinct named.name) as names from (
         select r.organisation_id as id, unnest(array[r.legal_name, r.short_name, r.city, r.site, r.url]) as name
           from organisation_record r where r.organisation_id = any ($1::uuid[])
         union all select o.id, unnest(array[o.pic, o.vat_number]) from organisation o where o.id = any ($1::uuid[])
         union all select c.organisation_id, c.name from contact c where c.organisation_id = any ($1::uuid[])
         union all select g.organisation_id, u.name from role_grant g join user_account u on u.id = g.user_id
           where g.organisation_id = any ($1::uuid[])
         union all select p.organisation_id, unnest(array[j.acronym, j.title]) from participation p
           join project j on j.id = p.project_id where p.organisation_id = any ($1::uuid[])) as named
       where named.name is not null and named.name <> '' group by named.id`,
      [organisations],
    );
    return new Map(rows.map(({ id, names }) => [id, names.map(withoutFrame)]));
  }

  /**
   * How many speak of each word, folded as `foldName` does it: members of the cluster one by one, all calls as one.
   *
   * @param fold a text's words
   */
  async speakers(
    unit: Unit,
    clusterId: string,
    fold: (text: string) => Iterable<string>,
  ): Promise<Map<string, number>> {
    const speakers = new Map<string, number>();
    const told = await unit.manager.query<{ text: string }[]>(
      `select string_agg(concat_ws(' ', e.title, e.text), ' ') as text from evidence e
       where e.cluster_id = $1 and e.organisation_id is not null and e.state <> 'rejected' group by e.organisation_id`,
      [clusterId],
    );
    for (const { text } of told)
      for (const word of new Set(fold(text))) speakers.set(word, (speakers.get(word) ?? 0) + 1);
    const calls = await unit.manager.query<{ text: string }[]>(
      `select concat_ws(' ', o.title, array_to_string(o.keywords, ' '),
         (select string_agg(s->>'text', ' ') from jsonb_array_elements(o.sections) s)) as text from opportunity o`,
    );
    for (const { text } of calls)
      for (const word of new Set(fold(text))) speakers.set(word, (speakers.get(word) ?? 0) + manyCalls);
    return speakers;
  }
}

/** A word that a call uses is nobody's name. */
const manyCalls = 100;

/** Of an address of the web, the part that is a name: `www.alfa-robot.it/en` → `alfa robot`. */
const withoutFrame = (name: string): string =>
  /^(?:https?:\/\/|www\.)/i.test(name)
    ? (name
        .replace(/^(?:https?:\/\/)?(?:www\.)?/i, '')
        .split(/[/?#:]/)[0]
        ?.split('.')
        .slice(0, -1)
        .join(' ') ?? name)
    : name;
