import type { Unit } from '../platform/database/unit-of-work.js';

/** A text of a member's own, and in which version it stands. */
export interface ClusterText {
  readonly id: string;
  readonly organisationId: string;
  readonly title: string | null;
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly version: number;
}

/** What all members of one cluster say of themselves, in one query each. */
export class ClusterTexts {
  /** Their own evidence that the scope may read, without what they rejected. */
  async ofCluster(unit: Unit, clusterId: string): Promise<ClusterText[]> {
    return unit.manager.query<ClusterText[]>(
      `select e.id, e.organisation_id as "organisationId", e.title, e.text, e.language, e.version
       from evidence e join membership m on m.organisation_id = e.organisation_id
       where m.cluster_id = $1 and e.state <> 'rejected' order by e.id`,
      [clusterId],
    );
  }

  /** Organisation → the ecosystems that the cluster's own list names, as it writes them. */
  async statedEcosystems(unit: Unit, clusterId: string): Promise<Map<string, string[]>> {
    const rows = await unit.manager.query<{ id: string; stated: string }[]>(
      `select organisation_id as id, extra ->> 'ecosystems' as stated from organisation_record
       where cluster_id = $1 and extra ? 'ecosystems'`,
      [clusterId],
    );
    return new Map(rows.map(({ id, stated }) => [id, stated.split('; ')]));
  }
}
