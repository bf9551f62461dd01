import type { RankOptions } from '../../ranking/index.js';
import type { PartnersWanted } from './suggest-partners.js';

/** What was asked, as the core takes it: what is not narrowed is left out. */
export function rankOptionsOf(
  wanted: PartnersWanted,
  { seeds, exclude, fair }: Required<Pick<RankOptions, 'seeds' | 'exclude' | 'fair'>>,
): RankOptions {
  const { countries, regions, types, sme, among, limit } = wanted;
  return {
    seeds,
    exclude,
    fair,
    ...(countries.length > 0 ? { countries } : {}),
    ...(regions.length > 0 ? { regions } : {}),
    ...(types.length > 0 ? { types } : {}),
    ...(among === undefined ? {} : { among }),
    sme,
    limit,
  };
}
