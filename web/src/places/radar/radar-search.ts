/** What the radar shows; it lives in the address, so that a view can be sent on. */
export interface RadarSearch {
  readonly search?: string;
  readonly kind?: Kind;
  readonly cover?: Cover;
  readonly part?: string;
  readonly within?: number;
  readonly sort?: Sort;
}

export const kinds = ['topic', 'pilot', 'demo-case', 'window', 'cascade'] as const;
export type Kind = (typeof kinds)[number];

export const covers = ['strong', 'thin', 'none'] as const;
export type Cover = (typeof covers)[number];

export const sorts = ['fit', 'deadline', 'budget', 'sisters', 'searches', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** Deadlines that can be asked for, in days. */
export const periods = [30, 90, 180, 365] as const;

/** Takes what an address says, and drops what it does not mean. */
export function toRadarSearch(search: Readonly<Record<string, unknown>>): RadarSearch {
  const kind = kinds.find((known) => known === search['kind']);
  const cover = covers.find((known) => known === search['cover']);
  const sort = sorts.find((known) => known === search['sort']);
  const within = Number(search['within']);
  const text = search['search'];
  const part = search['part'];
  return {
    ...(typeof text === 'string' && text !== '' ? { search: text.slice(0, 200) } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(cover === undefined ? {} : { cover }),
    ...(typeof part === 'string' ? { part: part.slice(0, 80) } : {}),
    ...(Number.isInteger(within) && within > 0 ? { within } : {}),
    ...(sort === undefined || sort === 'fit' ? {} : { sort }),
  };
}
