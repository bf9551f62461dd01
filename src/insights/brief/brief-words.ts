import type { Deadline } from '../../opportunities/index.js';
import type { Band } from '../../ranking/index.js';
import type { SourceName } from '../../sources/index.js';
import type { Language } from '../language.js';
import type { LikelyRole } from '../likely-role.js';
import type { BriefCall, BriefIntroduction, BriefSource } from './brief.js';
import { wordsEn } from './words-en.js';
import { wordsIt } from './words-it.js';

/** Everything a page says by itself, in one language. A `day` comes as `2026-11-22` and leaves as people write it. */
export interface BriefWords {
  readonly language: Language;
  /** BCP 47, for dates and numbers */
  readonly locale: string;
  readonly title: string;
  readonly heading: (calls: number) => string;
  readonly asOf: (day: string) => string;
  readonly notStated: string;
  readonly placeNotStated: string;
  readonly noCluster: string;
  readonly sme: string;
  readonly types: Readonly<Record<string, string>>;

  readonly inventedMark: string;
  readonly inventedCallMark: string;
  readonly inventedOrganisation: string;
  readonly inventedPartners: string;

  readonly fit: string;
  readonly trackRecord: string;
  readonly bands: Readonly<Record<Band, string>>;
  readonly role: string;
  readonly roles: Readonly<Record<LikelyRole, string>>;
  readonly roleUnknown: string;

  readonly deadline: string;
  readonly deadlineAt: (day: string, time: string) => string;
  /** where the clock of a time zone stands; a zone without an entry is named by its city */
  readonly zones: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<NonNullable<Deadline['stage']>, string | null>>;
  readonly daysLeft: (days: number) => string;
  readonly late: string;
  readonly further: (days: readonly string[]) => string;
  readonly noDeadline: Readonly<Record<'standing' | 'notStated', string>>;
  readonly opensOn: (day: string) => string;

  readonly budget: string;
  readonly perProject: (amount: string) => string;
  readonly inAll: (amount: string, shared: boolean) => string;
  readonly between: (least: string, most: string) => string;
  readonly upTo: (most: string) => string;
  readonly atLeast: (least: string) => string;
  readonly millions: (amount: string) => string;

  readonly callSays: string;
  readonly summarised: string;
  readonly recordSays: string;
  readonly evidence: Readonly<Record<BriefSource['type'], string>>;
  readonly unconfirmed: string;
  readonly missing: string;
  readonly kinds: Readonly<Record<BriefCall['kind'], string>>;

  readonly partners: string;
  readonly noPartners: string;
  /** who can introduce, on one line */
  readonly introduced: string;
  readonly introduction: (introduction: BriefIntroduction) => string;

  readonly nothingFits: string;
  readonly nothingFitsWhatToDo: string;
  readonly fewer: (shown: number) => string;
  readonly data: (dates: {
    readonly calls: string | null;
    readonly organisation: string | null;
    /** `portal 21/11/2026`, … */
    readonly sources: string;
    readonly snapshot: string;
  }) => string;
  /** short, beside a day */
  readonly sources: Readonly<Record<SourceName, string>>;
  /** data that should be newer */
  readonly oldSource: string;
  readonly howToRead: string;
}

const words: Readonly<Record<Language, BriefWords>> = { en: wordsEn, it: wordsIt };

export function briefWords(language: Language): BriefWords {
  return words[language];
}
