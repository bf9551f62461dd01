import type { FairKind, MissingItem, TooLittle } from '../../ranking/index.js';
import type { SuggestedCompanion, SuggestionFigure, SuggestionReason } from '../suggestions/suggestion.js';
import { wordingEn } from './wording-en.js';
import { wordingIt } from './wording-it.js';
import type { LeftOut, WordedChange, Wording, WordingLanguage } from './wording.js';

export const wordings: Readonly<Record<WordingLanguage, Wording>> = { en: wordingEn, it: wordingIt };

/** What a suggestion rests on, whoever is suggested. */
export interface Explained {
  readonly fit: SuggestionFigure;
  readonly trackRecord: SuggestionFigure;
  /** why the fit is unknown; null: enough is known */
  readonly tooLittle: TooLittle | null;
  readonly reasons: readonly SuggestionReason[];
  readonly missing: readonly MissingItem[];
}

export interface WordsOptions {
  /** how many pieces of evidence are told; 2 by default */
  readonly evidence?: number;
  /** how many missing things are told; 3 by default, 0 for none */
  readonly missing?: number;
}

/**
 * An explanation as sentences, in Italian or English: the two figures, what the call asks and the evidence says, what
 * else counts, what is missing. Quotes stay in the language they were written in. The same explanation gives the same
 * sentences; no sentence says what is not in it.
 *
 * @param name of the organisation, as it stands in the sentences
 */
export function reasonsInWords(
  name: string,
  explained: Explained,
  language: WordingLanguage,
  { evidence = 2, missing = 3 }: WordsOptions = {},
): string[] {
  const words = wordings[language];
  const told = explained.reasons.filter((reason) => reason.evidence !== null).slice(0, evidence);
  const labels = [...new Set(explained.missing.map(({ label }) => label))].slice(0, missing);
  return [
    explained.tooLittle === null
      ? words.figures(name, words.bands[explained.fit.band], words.bands[explained.trackRecord.band])
      : words.tooLittle[explained.tooLittle](name),
    ...told.flatMap((reason) => evidenceInWords(reason, words)),
    ...explained.reasons.flatMap(({ signal, contribution }) =>
      contribution > 0 && isWorded(signal) ? [words.signals[signal]] : [],
    ),
    ...(labels.length > 0 ? [words.missing(labels)] : []),
  ];
}

type WordedSignal = keyof Wording['signals'];

const wordedSignals: readonly string[] = ['proximity', 'experience', 'activity', 'facts', 'meaning'];

const isWorded = (signal: string): signal is WordedSignal => wordedSignals.includes(signal);

function evidenceInWords(
  { callQuote, evidenceQuote, terms, evidence }: SuggestionReason,
  words: Wording,
): string[] {
  if (evidence === null) return [];
  const bridges = terms.filter((term) => term.includes(' ↔ '));
  const quoted =
    callQuote !== null && evidenceQuote !== null
      ? [words.asks(callQuote), words.says(evidence, evidenceQuote)]
      : [words.concerns(evidence, terms.slice(0, 3))];
  return [
    ...quoted,
    ...(bridges.length > 0 ? [words.bridges(bridges)] : []),
    ...(evidence.state === 'unconfirmed' ? [words.unconfirmed] : []),
  ];
}

/** What a list adds to the evidence: its order, and who could lead beside a newcomer. */
export interface Listed {
  readonly scoreRank: number;
  readonly raisedFor: readonly FairKind[];
  readonly companion: SuggestedCompanion | null;
}

/** What the list itself has to say of one of its places; nothing where the place comes from the score alone. */
export function listingInWords(
  { scoreRank, raisedFor, companion }: Listed,
  language: WordingLanguage,
): string[] {
  const words = wordings[language];
  return [
    ...(raisedFor.length > 0 ? [words.raised(raisedFor, scoreRank)] : []),
    ...(companion === null ? [] : [words.companion(companion)]),
  ];
}

/** Where an organisation stands, and why not further up. */
export interface Place {
  readonly rank: number | null;
  /** by score alone; null where it has no place */
  readonly scoreRank: number | null;
  readonly raisedFor: readonly FairKind[];
  readonly total: number;
  readonly score: number;
  /** what the last of the places shown scores; null where the list is shorter */
  readonly needed: number | null;
  /** how many places are shown */
  readonly shown: number;
  readonly leftOut: readonly LeftOut[];
  readonly changes: readonly (WordedChange & { readonly gain: number })[];
}

/** The answer to "why not?" as sentences; the reasons themselves are `reasonsInWords`. */
export function placeInWords(place: Place, language: WordingLanguage): string[] {
  const words = wordings[language];
  const { rank, scoreRank, raisedFor, total, score, needed, shown } = place;
  const isShown = rank !== null && rank <= shown;
  return [
    ...(rank === null ? [score === 0 ? words.nothingAnswers : words.noPlace] : [words.place(rank, total)]),
    ...place.leftOut.map((by) => words.leftOut(by)),
    ...(scoreRank !== null && raisedFor.length > 0 ? [words.raised(raisedFor, scoreRank)] : []),
    ...(needed !== null && score < needed && !isShown
      ? [words.short(points(needed - score, language), shown)]
      : []),
    ...place.changes.map((change) => words.change(change, points(change.gain, language))),
  ];
}

/** Scores run from 0 to 100 where people read them. */
const points = (value: number, language: WordingLanguage): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(100 * value);
