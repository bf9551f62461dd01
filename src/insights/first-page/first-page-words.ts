import type { SourceName } from '../../sources/index.js';
import type { Language } from '../language.js';
import type { ShownSource } from '../shown-source.js';
import type { Visitor } from './first-page.js';
import { wordsEn } from './words-en.js';
import { wordsIt } from './words-it.js';

/** Everything the first page says by itself, in one language, beside the words of the page for an organisation. */
export interface FirstPageWords {
  readonly language: Language;
  readonly otherLanguage: string;
  readonly title: string;
  readonly claim: string;
  readonly lead: string;
  readonly asOf: (day: string) => string;

  readonly callHeading: string;
  readonly callSays: string;
  readonly partnerSays: string;
  readonly introducedBy: (name: string, project: string) => string;
  readonly nobodyKnown: string;
  readonly noCall: string;
  readonly allPartners: string;

  readonly memberHeading: (cluster: string) => string;
  readonly memberSays: string;
  readonly noMember: string;

  readonly takeHeading: string;
  readonly takeBrief: (name: string) => string;
  readonly takeWorkbook: (cluster: string) => string;
  readonly italian: string;
  readonly english: string;

  readonly sourcesHeading: string;
  readonly sourcesNone: string;
  readonly sourceNames: Readonly<Record<SourceName, string>>;
  readonly sourceStates: Readonly<Record<ShownSource['state'], string>>;
  readonly columns: readonly [string, string, string, string];
  readonly days: (days: number) => string;
  readonly notStated: string;

  readonly nextHeading: string;
  readonly nextDocs: string;
  readonly nextCalls: (listed: number) => string;
  readonly nextTerminal: string;

  readonly invented: string;
  readonly leftOut: (count: number) => string;
  readonly expired: string;
  readonly expiredWhatToDo: string;

  readonly scoringHeading: string;
  readonly scoring: string;
  readonly rescoring: string;
  readonly blocks: (done: number, total: number) => string;
  readonly timeLeft: (seconds: number) => string;
  readonly refreshes: string;

  readonly emptyHeading: string;
  readonly empty: string;
  readonly unscoredHeading: string;
  readonly unscored: string;
  readonly failed: string;

  readonly awayHeading: string;
  readonly away: string;
  readonly refusedHeading: string;
  readonly back: string;

  readonly closedHeading: string;
  readonly closed: (listed: number) => string;
  readonly access: Readonly<Record<Visitor, (cluster: string | null) => string>>;
}

const words: Readonly<Record<Language, FirstPageWords>> = { en: wordsEn, it: wordsIt };

export function firstPageWords(language: Language): FirstPageWords {
  return words[language];
}
