import type { RankOptions } from '../../ranking/index.js';
import type { Asked } from './asked-partners.js';
import type { PartnersWanted } from './suggest-partners.js';

/** What was asked, as the core takes it: what is not narrowed is left out. */
export function rankOptionsOf(
  wanted: PartnersWanted,
  { seeds, exclude, fair, cluster }: Pick<Asked, 'seeds' | 'exclude' | 'fair' | 'cluster'>,
): RankOptions {
  const { countries, regions, types, sme, experience, trl, among, limit } = wanted;
  return {
    seeds,
    exclude,
    fair,
    ...(countries.length > 0 ? { countries } : {}),
    ...(regions.length > 0 ? { regions } : {}),
    ...(types.length > 0 ? { types } : {}),
    ...(experience === undefined ? {} : { experience }),
    ...(trl === undefined ? {} : { trl }),
    ...(cluster === null ? {} : { cluster }),
    ...(among === undefined ? {} : { among }),
    sme,
    limit,
  };
}
