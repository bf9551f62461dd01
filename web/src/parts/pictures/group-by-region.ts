import type { MapItem } from './europe-map.js';
import { pointOf, type Point } from './region-points.js';

/** Those of one place on the map. */
export interface RegionGroup {
  /** NUTS 2 code, or the country's where the region is not known */
  readonly place: string;
  readonly country: string | null;
  /** null where this map does not know the place */
  readonly point: Point | null;
  readonly names: readonly string[];
}

/** Groups by NUTS 2 region, the largest first; equal ones by code. */
export function groupByRegion(items: readonly MapItem[]): RegionGroup[] {
  const groups = new Map<string, MapItem[]>();
  for (const item of items) {
    const place = item.nuts?.slice(0, 4) ?? item.country ?? '';
    groups.set(place, [...(groups.get(place) ?? []), item]);
  }
  return [...groups]
    .map(([place, own]) => ({
      place,
      country: own[0]?.country ?? null,
      point: pointOf(own[0]?.nuts ?? null, own[0]?.country ?? null),
      names: own.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    }))
    .sort((a, b) => b.names.length - a.names.length || Number(a.place > b.place) - Number(a.place < b.place));
}
