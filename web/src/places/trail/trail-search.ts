export const trailKinds = [
  'seen',
  'exports',
  'data',
  'people',
  'profile',
  'requests',
  'consortia',
  'imports',
  'sharing',
  'settings',
] as const;
export type TrailKind = (typeof trailKinds)[number];

/** What a trail shows; it lives in the address. */
export interface TrailSearch {
  /** of one's own organisation: who saw it, instead of what was done in its name */
  readonly view?: 'seen';
  /** of a cluster */
  readonly kind?: TrailKind;
  readonly person?: string;
  /** days: `2026-11-01` */
  readonly from?: string;
  readonly to?: string;
}

/** Takes what an address says, and drops what it does not mean. */
export function toTrailSearch(search: Readonly<Record<string, unknown>>): TrailSearch {
  const kind = trailKinds.find((known) => known === search['kind']);
  const { view, person, from, to } = search;
  return {
    ...(view === 'seen' ? { view } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof person === 'string' && /^[0-9a-f-]{36}$/.test(person) ? { person } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
