import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ClusterLogo } from './cluster-setting.store.js';

/** How the cluster of whoever looks presents itself. */
export interface OwnBrand {
  readonly nameEn: string;
  readonly nameIt: string;
  /** `#0b5cad`; white can be read on it */
  readonly colour: string | null;
  /** changes with the picture; null: there is none */
  readonly logoVersion: string | null;
}

const ofOne = `from unnest((select my_clusters())::uuid[]) as mine (id) join cluster k on k.id = mine.id
  left join cluster_setting s on s.cluster_id = k.id`;

/** The brand of one's cluster, for its staff and for the people of its members; whoever has several sees none. */
export class OwnBrandReadModel {
  /** @returns null where nothing was set, too */
  async of(unit: Unit): Promise<OwnBrand | null> {
    const rows = await unit.manager.query<OwnBrand[]>(
      `select distinct k.name_en as "nameEn", k.name_it as "nameIt", s.colour,
         case when s.logo is not null then md5(s.logo) end as "logoVersion" ${ofOne} limit 2`,
    );
    const [brand] = rows;
    if (brand === undefined || rows.length > 1) return null;
    return brand.colour === null && brand.logoVersion === null ? null : brand;
  }

  async logo(unit: Unit): Promise<ClusterLogo | null> {
    const rows = await unit.manager.query<ClusterLogo[]>(
      `select distinct s.logo as bytes, s.logo_type as type, k.id ${ofOne} limit 2`,
    );
    const [logo] = rows;
    return logo === undefined || rows.length > 1 || logo.bytes === null ? null : logo;
  }
}
