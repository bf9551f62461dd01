/**
 * How much of a member leaves its cluster, the least first.
 *
 * - `nothing`: not even a count
 * - `counts`: it is counted, where at least five are counted together
 * - `masked`: what it can do, without what would say who it is
 * - `full`: with its name; only where its clusters and the member itself say so
 */
export const sharingLevels = ['nothing', 'counts', 'masked', 'full'] as const;
export type SharingLevel = (typeof sharingLevels)[number];

/** What can be kept back whatever the level: the region, the size band, what it would do, its statements, its web page. */
export const sharedFields = ['region', 'size', 'roles', 'competences', 'web'] as const;
export type SharedField = (typeof sharedFields)[number];

export const isSharingLevel = (value: string): value is SharingLevel =>
  (sharingLevels as readonly string[]).includes(value);

/** One party's word on what may leave. */
export interface Sharing {
  readonly level: SharingLevel;
  /** kept back at every level */
  readonly withheld: readonly SharedField[];
}

/** What holds where nobody has said anything. */
export const usualSharing: Sharing = { level: 'masked', withheld: [] };

/**
 * What leaves when several have a say: a member, each of its clusters, and each of these about that member. The least of
 * the levels, and all that any of them keeps back. Nobody's silence is a yes to being named.
 *
 * @param words one per party; a party that said nothing counts as `usualSharing`
 */
export function strictest(words: readonly Sharing[]): Sharing {
  const least = Math.min(...words.map(({ level }) => sharingLevels.indexOf(level)), sharingLevels.length - 1);
  const withheld = new Set(words.flatMap((word) => word.withheld));
  return {
    level: sharingLevels[words.length === 0 ? sharingLevels.indexOf(usualSharing.level) : least] ?? 'nothing',
    withheld: sharedFields.filter((field) => withheld.has(field)),
  };
}

/** Bands that say how many work there without saying how many. */
export const sizeBands = ['1-9', '10-49', '50-249', '250+'] as const;
export type SizeBand = (typeof sizeBands)[number];

/** @param employees null: not stated */
export function sizeBandOf(employees: number | null): SizeBand | null {
  if (employees === null || employees < 1) return null;
  if (employees < 10) return '1-9';
  if (employees < 50) return '10-49';
  return employees < 250 ? '50-249' : '250+';
}
