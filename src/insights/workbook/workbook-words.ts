import type { OpportunityKind, OpportunityStatus } from '../../opportunities/index.js';
import type { Band } from '../../ranking/index.js';
import type { SourceName } from '../../sources/index.js';
import type { Language } from '../language.js';
import type { LikelyRole } from '../likely-role.js';
import { wordsEn } from './words-en.js';
import { wordsIt } from './words-it.js';

/** The sheets, in their order. */
export const sheetKeys = [
  'bestMembers',
  'bestCalls',
  'coverage',
  'coverageRows',
  'reasons',
  'about',
] as const;
export type SheetKey = (typeof sheetKeys)[number];

/** Columns of the tables. */
export type ColumnKey =
  | 'rank'
  | 'organisation'
  | 'invented'
  | 'town'
  | 'type'
  | 'sme'
  | 'call'
  | 'title'
  | 'deadline'
  | 'daysLeft'
  | 'status'
  | 'part'
  | 'action'
  | 'perProjectFrom'
  | 'perProjectTo'
  | 'fit'
  | 'trackRecord'
  | 'role'
  | 'inCommon'
  | 'ecosystem'
  | 'toldBy'
  | 'callSays'
  | 'recordSays'
  | 'sharedWords'
  | 'foundBy'
  | 'record'
  | 'recordTitle'
  | 'date'
  | 'state'
  | 'what'
  | 'says';

/** Everything a workbook says by itself, in one language. Days stay as `2026-11-22`, so that they sort. */
export interface WorkbookWords {
  readonly language: Language;
  /** BCP 47, for the order of names */
  readonly locale: string;
  readonly title: (cluster: string) => string;
  /** at most 31 characters, none of `[]:*?/\` */
  readonly sheets: Readonly<Record<SheetKey, string>>;
  /** the line above each table; `most` is how many stand in a list */
  readonly above: Readonly<Record<SheetKey, (most: number) => string>>;
  readonly asOf: (cluster: string, day: string) => string;
  readonly inventedLine: string;
  readonly headings: Readonly<Record<ColumnKey, string>>;
  /** of a printed page */
  readonly pageNumber: string;

  readonly notStated: string;
  readonly inventedMark: string;
  readonly yes: string;
  readonly no: string;
  readonly noDeadline: string;
  readonly noCallFits: string;
  readonly noEcosystem: string;
  readonly noPart: string;
  readonly membersThatFit: string;
  readonly callsReached: string;
  readonly callsInAll: string;

  readonly bands: Readonly<Record<Band, string>>;
  readonly roles: Readonly<Record<LikelyRole, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly signals: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<OpportunityStatus, string>>;
  readonly late: string;
  readonly kinds: Readonly<Record<OpportunityKind, string>>;
  readonly records: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;

  readonly about: AboutWords;
}

/** What the last sheet explains. */
export interface AboutWords {
  readonly cluster: string;
  readonly asOf: string;
  readonly calls: string;
  readonly callData: string;
  readonly noCallData: string;
  readonly fromTo: (first: string, last: string) => string;
  readonly source: string;
  readonly sources: Readonly<Record<SourceName, string>>;
  /** data that should be newer */
  readonly oldSource: string;
  readonly members: string;
  readonly ofWhichInvented: string;
  readonly leftOut: string;
  readonly snapshot: string;
  readonly model: string;
  readonly bestMembers: (most: number, possible: number) => string;
  readonly bestCalls: (most: number, possible: number) => string;
  readonly coverage: string;
  readonly fit: string;
  readonly trackRecord: string;
  readonly role: string;
  readonly late: readonly [string, (days: number) => string];
  readonly notStated: readonly [string, string];
  readonly beforeDeciding: readonly [string, string];
}

const words: Readonly<Record<Language, WorkbookWords>> = { en: wordsEn, it: wordsIt };

export function workbookWords(language: Language): WorkbookWords {
  return words[language];
}

/** `null` is not no. */
export function yesNo(value: boolean | null, { yes, no, notStated }: WorkbookWords): string {
  return value === null ? notStated : value ? yes : no;
}
