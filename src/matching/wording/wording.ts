import type { Band, FairKind, FilterName, TooLittle } from '../../ranking/index.js';
import type { ReasonEvidence, SuggestedCompanion } from '../suggestions/suggestion.js';

export type WordingLanguage = 'en' | 'it';

/** What leaves an organisation out of a list, with what was asked. */
export interface LeftOut {
  readonly by: FilterName | 'invented';
  /** what the list was narrowed to, `IT, FR`; null where that says nothing */
  readonly asked: string | null;
}

/** A change that would raise a score. */
export type WordedChange =
  | { readonly kind: 'say'; readonly words: readonly string[] }
  | { readonly kind: 'confirm' | 'readiness'; readonly evidence: string | null }
  | { readonly kind: 'state-role'; readonly role: string };

/**
 * The sentences of one language. Each is a whole sentence that an officer could paste into a mail; names, quotes and
 * dates are put in as they are.
 */
export interface Wording {
  readonly bands: Readonly<Record<Band, string>>;
  /** instead of the figures, with the one thing that would change it */
  readonly tooLittle: Readonly<Record<TooLittle, (name: string) => string>>;
  /** both figures, never one */
  readonly figures: (name: string, fit: string, trackRecord: string) => string;
  readonly asks: (quote: string) => string;
  readonly says: (evidence: ReasonEvidence, quote: string) => string;
  /** evidence without a sentence that could be quoted */
  readonly concerns: (evidence: ReasonEvidence, terms: readonly string[]) => string;
  readonly bridges: (pairs: readonly string[]) => string;
  readonly unconfirmed: string;
  readonly signals: Readonly<Record<'proximity' | 'experience' | 'activity' | 'facts' | 'meaning', string>>;
  readonly missing: (labels: readonly string[]) => string;
  /** it stands further up than its score would have it */
  readonly raised: (kinds: readonly FairKind[], scoreRank: number) => string;
  /** who could lead where it is new */
  readonly companion: (companion: SuggestedCompanion) => string;
  readonly place: (rank: number, total: number) => string;
  readonly noPlace: string;
  readonly nothingAnswers: string;
  readonly short: (points: string, places: number) => string;
  readonly leftOut: (by: LeftOut) => string;
  readonly change: (change: WordedChange, points: string) => string;
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1) ?? ''}`;
