import { newId } from '../platform/ids/uuid.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { strictest, usualSharing, type Sharing } from './sharing-level.js';

/** What a cluster lets leave: of all, and of those it said otherwise of. */
export interface ClusterSharing extends Sharing {
  readonly members: readonly (Sharing & { readonly organisation: string })[];
}

/** Who said what about what leaves. */
export class SharingStore {
  async ofCluster(unit: Unit, clusterId: string): Promise<ClusterSharing> {
    const rows = await unit.manager.query<(Sharing & { organisation: string | null })[]>(
      `select organisation_id as organisation, level, withheld from sharing_rule where cluster_id = $1 order by 1`,
      [clusterId],
    );
    const all = rows.find(({ organisation }) => organisation === null) ?? usualSharing;
    const members = rows.flatMap(({ organisation, level, withheld }) =>
      organisation === null ? [] : [{ organisation, level, withheld }],
    );
    return { level: all.level, withheld: all.withheld, members };
  }

  /** What an organisation said itself. */
  async choice(unit: Unit, organisation: string): Promise<Sharing> {
    const [row] = await unit.manager.query<Sharing[]>(
      'select level, withheld from sharing_choice where organisation_id = $1',
      [organisation],
    );
    return row ?? usualSharing;
  }

  /**
   * What leaves of each of these, all parties heard: itself, each cluster it is in today, and each about it alone. Needs
   * the scope of the service over every cluster.
   */
  async effective(unit: Unit, organisations: readonly string[]): Promise<Map<string, Sharing>> {
    const rows = await unit.manager.query<{ id: string; words: Sharing[] }[]>(
      `select m.organisation_id as id, json_agg(json_build_object('level', said.level, 'withheld', said.withheld)) as words
       from membership m
         cross join lateral (
           select coalesce(c.level, $2) as level, coalesce(c.withheld, '{}') as withheld
             from (select 1) one left join sharing_choice c on c.organisation_id = m.organisation_id
           union all select coalesce(r.level, $2), coalesce(r.withheld, '{}')
             from (select 1) one left join sharing_rule r on r.cluster_id = m.cluster_id and r.organisation_id is null
           union all select r.level, r.withheld from sharing_rule r
             where r.cluster_id = m.cluster_id and r.organisation_id = m.organisation_id) as said
       where m.organisation_id = any ($1::uuid[]) and (m.until is null or m.until >= current_date)
       group by m.organisation_id`,
      [organisations, usualSharing.level],
    );
    return new Map(rows.map(({ id, words }) => [id, strictest(words)]));
  }

  /** @param organisation null: all members of the cluster @param sharing null: nothing is said of it any more */
  async rule(
    unit: Unit,
    clusterId: string,
    organisation: string | null,
    sharing: Sharing | null,
  ): Promise<void> {
    await unit.manager.query(
      'delete from sharing_rule where cluster_id = $1 and organisation_id is not distinct from $2::uuid',
      [clusterId, organisation],
    );
    if (sharing)
      await unit.manager.query(
        'insert into sharing_rule (id, cluster_id, organisation_id, level, withheld) values ($1, $2, $3, $4, $5)',
        [newId(), clusterId, organisation, sharing.level, sharing.withheld],
      );
  }

  async choose(unit: Unit, organisation: string, { level, withheld }: Sharing): Promise<void> {
    await unit.manager.query(
      `insert into sharing_choice (organisation_id, level, withheld) values ($1, $2, $3)
       on conflict (organisation_id) do update
         set level = excluded.level, withheld = excluded.withheld, changed_at = now()`,
      [organisation, level, withheld],
    );
  }

  /** Changes with anything that the shared members of a cluster are made of; null where no sister may see any. */
  async fingerprint(unit: Unit, clusterId: string): Promise<string | null> {
    const versions = (table: string, where: string): string =>
      `(select count(*) || ':' || coalesce(sum(hashtextextended(t.id::text || t.version, 0)), 0) from ${table} t where ${where})`;
    const changes = (table: string, key: string, where: string): string =>
      `(select count(*) || ':' || coalesce(sum(hashtextextended(${key}, 0)), 0) from ${table} t where ${where})`;
    const member = `t.organisation_id in (select organisation_id from membership where cluster_id = $1)`;
    const live = '(t.until is null or t.until >= current_date)';
    const [row] = await unit.manager.query<{ fingerprint: string | null }[]>(
      `select case when exists (select from federation_agreement a
           where a.kind = 'sisters' and a.accepted_at is not null and a.ended_at is null
             and $1 in (a.cluster_id, a.other_id) and (a.until_on is null or a.until_on >= current_date))
         then md5(concat_ws('|', $2::text,
           ${versions('evidence', `t.cluster_id = $1`)},
           ${versions('organisation_record', member)},
           ${changes('membership', `t.id::text || t.version`, `${live} and ${member}`)},
           ${changes('sharing_rule', `t.id::text`, `t.organisation_id is null or ${member}`)},
           ${changes('sharing_choice', `t.organisation_id::text || t.changed_at`, member)},
           ${changes('organisation_preference', `t.organisation_id::text || t.changed_at`, member)},
           ${changes('contact', `t.id::text || t.name`, member)},
           ${changes('role_grant', `t.id::text`, member)},
           ${changes('participation', `t.project_id::text || t.organisation_id`, member)})) end as fingerprint`,
      [clusterId, maskingVersion],
    );
    return row?.fingerprint ?? null;
  }
}

/** Changes with the way names are taken out, so that what an older version left in is made again. */
const maskingVersion = '1';
