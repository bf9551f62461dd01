import type { Unit } from '../platform/database/unit-of-work.js';
import { clusterNotFound } from './account.errors.js';
import type { Cluster } from './cluster.js';

const columns = `id, slug, name_en as "nameEn", name_it as "nameIt", ecosystems,
  technology_areas as "technologyAreas", networks, pilots, member_count as "memberCount",
  member_count_source as "memberCountSource", city, nuts, url, organisation_id as "organisationId"`;

/** The service's own transaction reaches every cluster from here on. */
export async function reachEveryCluster(unit: Unit): Promise<void> {
  if (unit.scope.role !== 'system') throw new Error('only the service itself reaches every cluster');
  await unit.manager.query(
    `select set_config('app.clusters', (select '{' || coalesce(string_agg(id::text, ','), '') || '}' from cluster), true)`,
  );
}

/** The clusters are public: which there are, and what they published of themselves. */
export class ClusterReadModel {
  async all(unit: Unit): Promise<Cluster[]> {
    return unit.manager.query<Cluster[]>(`select ${columns} from cluster order by slug`);
  }

  /** @throws {AppError} `accounts.cluster-not-found`, naming the slugs there are */
  async bySlug(unit: Unit, slug: string): Promise<Cluster> {
    return named(slug, await this.all(unit));
  }

  /**
   * One of the asker's own clusters; another is answered as if there were none.
   *
   * @throws {AppError} `accounts.cluster-not-found`, naming the slugs of those in reach
   */
  async ownBySlug(unit: Unit, slug: string): Promise<Cluster> {
    const clusters = await this.all(unit);
    return named(
      slug,
      clusters.filter(({ id }) => unit.scope.clusters.includes(id)),
    );
  }

  /**
   * Whether nobody but the demonstration set ever had an account, and the cluster on whose behalf an open service is
   * shown: `afil`, or null before that exists.
   */
  async openTo(unit: Unit): Promise<{ open: boolean; cluster: string | null }> {
    const [row] = await unit.manager.query<{ open: boolean; cluster: string | null }[]>(
      `select not exists (select from taken_over) as open,
         (select id from cluster where slug = 'afil') as cluster`,
    );
    return row ?? { open: false, cluster: null };
  }
}

function named(slug: string, clusters: readonly Cluster[]): Cluster {
  const found = clusters.find((cluster) => cluster.slug === slug.trim().toLowerCase());
  if (!found) throw clusterNotFound(slug, clusters);
  return found;
}
