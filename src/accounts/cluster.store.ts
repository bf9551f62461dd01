import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { Cluster } from './cluster.js';

/** Writes clusters, by slug; the same again changes nothing. */
export abstract class ClusterStore {
  abstract save(unit: Unit, clusters: readonly Cluster[]): Promise<void>;
}

export class PostgresClusterStore extends ClusterStore {
  async save(unit: Unit, clusters: readonly Cluster[]): Promise<void> {
    const rows = clusters.map((cluster) => ({
      id: cluster.id,
      slug: cluster.slug,
      name_en: cluster.nameEn,
      name_it: cluster.nameIt,
      ecosystems: cluster.ecosystems,
      technology_areas: cluster.technologyAreas,
      networks: cluster.networks,
      pilots: cluster.pilots,
      member_count: cluster.memberCount,
      member_count_source: cluster.memberCountSource,
      city: cluster.city,
      nuts: cluster.nuts,
      url: cluster.url,
      organisation_id: cluster.organisationId,
    }));
    if (!rows[0]) return;
    const columns = Object.keys(rows[0]);
    const updates = columns
      .filter((column) => column !== 'id' && column !== 'slug')
      .map((column) => `"${column}" = excluded."${column}"`);
    await bulkInsert(
      unit,
      { table: 'cluster', columns, conflict: `on conflict (slug) do update set ${updates.join(', ')}` },
      rows,
    );
  }
}
