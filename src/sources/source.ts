/** Where open data come from. What members send is the clusters' own, and has no place here. */
export const sourceNames = [
  'portal',
  'partner-search',
  'cordis',
  'work-programme',
  'pilots',
  'demo',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** `unchanged`: the source was asked and has nothing newer than what we hold. */
export type PassResult = 'applied' | 'unchanged' | 'failed';

/** By what a server tells whether a file changed. */
export interface Validator {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** of the file as we took it in, in hexadecimal digits */
  readonly sha256: string | null;
}

/** How old what we hold of one source is, and how the last attempt to renew it went. */
export interface SourceAge {
  readonly name: SourceName;
  /** the moment our data show, as the source dates them; null: it does not say. ISO instant, as all moments here */
  readonly dataAt: string | null;
  /** when a pass last went well: the data were renewed, or found to be the newest there are */
  readonly lastGoodAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly lastResult: PassResult | null;
  /** what went wrong in the last attempt, one line with what to do; null where it went well */
  readonly problem: string | null;
  /** attempts that failed since the last good one */
  readonly failures: number;
  /** a pass is under way */
  readonly running: boolean;
  /** what the last good pass found: `new`, `changed`, `same`, … */
  readonly counts: Readonly<Record<string, number>>;
  /** the import that holds the details; null where nothing was taken in yet */
  readonly importRunId: string | null;
  /** older than this source may become before people should be told */
  readonly old: boolean;
}

/**
 * Days after which people are told that a source is old. The portal changes daily, CORDIS is published about once a
 * month; null: a file that people hand in, whose age says nothing.
 */
const oldAfterDays: Readonly<Record<SourceName, number | null>> = {
  portal: 3,
  'partner-search': 3,
  cordis: 60,
  'work-programme': null,
  pilots: null,
  demo: null,
};

const dayMs = 24 * 60 * 60 * 1000;

/** Whether what we hold is older than its source may become; a source without data is not old but missing. */
export function isOld(
  { name, dataAt, lastGoodAt }: Pick<SourceAge, 'name' | 'dataAt' | 'lastGoodAt'>,
  now: Date,
): boolean {
  const days = oldAfterDays[name];
  const moment = dataAt ?? lastGoodAt;
  return days !== null && moment !== null && now.getTime() - Date.parse(moment) > days * dayMs;
}

/** Whole days between the moment the data show and now; null where there are none. */
export function ageInDays(
  { dataAt, lastGoodAt }: Pick<SourceAge, 'dataAt' | 'lastGoodAt'>,
  now: Date,
): number | null {
  const moment = dataAt ?? lastGoodAt;
  return moment === null ? null : Math.max(0, Math.floor((now.getTime() - Date.parse(moment)) / dayMs));
}
