import type { Unit } from '../platform/database/unit-of-work.js';
import { isLive } from './live-membership.js';

/** A member of the asker's cluster that shared a project with the organisation asked about. */
export interface Introducer {
  readonly organisationId: string;
  readonly name: string;
  readonly clusterId: string;
  readonly projectId: string;
  readonly acronym: string;
  /** year the project started; null where not stated */
  readonly year: number | null;
}

interface IntroducerRow extends Introducer {
  candidateId: string;
}

/** Who can introduce us: past consortia in which a member of ours and the candidate stood together. */
export class IntroducersReadModel {
  /**
   * @param clusterIds whose members may introduce; only clusters in scope are seen
   * @returns per candidate the newest shared projects first, at most `limit` introducers each
   */
  async introducers(
    unit: Unit,
    clusterIds: readonly string[],
    candidateIds: readonly string[],
    limit: number,
  ): Promise<Map<string, Introducer[]>> {
    const rows = await unit.manager.query<IntroducerRow[]>(
      `select distinct on (theirs.organisation_id, p.start_date, p.id, m.organisation_id)
         theirs.organisation_id as "candidateId", m.organisation_id as "organisationId", m.cluster_id as "clusterId",
         (select r.legal_name from organisation_record r where r.organisation_id = m.organisation_id
           order by r.source = 'members' desc, r.observed_on desc limit 1) as name,
         p.id as "projectId", p.acronym, extract(year from p.start_date)::int as year
       from participation theirs
       join participation ours on ours.project_id = theirs.project_id
         and ours.organisation_id <> theirs.organisation_id
       join membership m on m.organisation_id = ours.organisation_id and ${isLive('m')}
       join project p on p.id = theirs.project_id
       where theirs.organisation_id = any ($1::uuid[]) and m.cluster_id = any ($2::uuid[])
       order by theirs.organisation_id, p.start_date desc nulls last, p.id, m.organisation_id, m.cluster_id`,
      [candidateIds, clusterIds],
    );
    const found = new Map<string, Introducer[]>();
    for (const { candidateId, ...introducer } of rows) {
      const list = found.get(candidateId) ?? [];
      const known = list.some(({ organisationId }) => organisationId === introducer.organisationId);
      if (!known && list.length < limit) found.set(candidateId, [...list, introducer]);
    }
    return found;
  }

  /** The newest project that each of the others shared with this organisation; those that shared none are absent. */
  async together(
    unit: Unit,
    organisationId: string,
    otherIds: readonly string[],
  ): Promise<Map<string, Pick<Introducer, 'acronym' | 'year'>>> {
    const rows = await unit.manager.query<(Pick<Introducer, 'acronym' | 'year'> & { otherId: string })[]>(
      `select distinct on (theirs.organisation_id) theirs.organisation_id as "otherId", p.acronym,
         extract(year from p.start_date)::int as year
       from participation ours
       join participation theirs on theirs.project_id = ours.project_id
       join project p on p.id = ours.project_id
       where ours.organisation_id = $1 and theirs.organisation_id = any ($2::uuid[])
       order by theirs.organisation_id, p.start_date desc nulls last, p.id`,
      [organisationId, otherIds],
    );
    return new Map(rows.map(({ otherId, acronym, year }) => [otherId, { acronym, year }]));
  }
}
