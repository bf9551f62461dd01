import { reachEveryCluster } from '../../accounts/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { foldLegalName } from '../fold-legal-name.js';
import { isLive } from '../live-membership.js';
import type { KnownWebsite } from './mail-domain.js';

/** Websites of members as their clusters, they themselves and open data have them. Needs the service's own scope. */
export class KnownWebsitesReadModel {
  /**
   * Those that have to do with a domain, and members that are called so.
   *
   * @param domain of a mail address
   * @param name   as somebody wrote it
   */
  async near(unit: Unit, domain: string, name: string): Promise<KnownWebsite[]> {
    await reachEveryCluster(unit);
    // the last two labels: what is above or below the domain holds them too
    const core = domain.split('.').slice(-2).join('.');
    return unit.manager.query<KnownWebsite[]>(
      `select distinct m.cluster_id as cluster, m.organisation_id as organisation, r.url, r.source,
         r.folded_name = $2 as "isNamed", m.since
       from membership m join organisation_record r on r.organisation_id = m.organisation_id
         and (r.cluster_id is null or r.cluster_id = m.cluster_id)
       where ${isLive('m')} and (strpos(lower(r.url), $1) > 0 or r.folded_name = $2)
       order by m.since nulls last, 1, 2 limit 200`,
      [core, foldLegalName(name)],
    );
  }
}
