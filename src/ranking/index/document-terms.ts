import type { CorpusDocument, TextLanguage } from '../corpus-document.js';
import { detectLanguage } from '../text/language.js';
import { tokens } from '../text/tokens.js';
import { conceptLine } from './concept-keys.js';
import type { Vocabulary } from './vocabulary.js';

/** How often a term occurs in each field of one document; counts stop at 255. */
export interface TermCounts {
  readonly title: number;
  readonly keywords: number;
  readonly body: number;
}

/** One document, read: its terms with counts, and how long its fields are. */
export interface DocumentTerms {
  readonly counts: ReadonlyMap<number, [title: number, keywords: number, body: number]>;
  readonly lengths: readonly [title: number, keywords: number, body: number];
  /** concept terms → 1 for a stated code, less for those above it */
  readonly concepts: ReadonlyMap<number, number>;
}

/** What each step up the tree keeps: who works on `composites` also works, less surely, on `materials engineering`. */
const keptPerStep = 0.7;

/** Only projects come with their codes; those of other texts were guessed from their words, which count already. */
const guessed = 0.3;

export function documentTerms(document: CorpusDocument, vocabulary: Vocabulary): DocumentTerms {
  const counts = new Map<number, [number, number, number]>();
  const lengths: [number, number, number] = [0, 0, 0];
  const read = (field: 0 | 1 | 2, text: string): void => {
    lengths[field] += countTerms({ text, language: document.language, field }, vocabulary, counts);
  };
  read(0, document.title);
  for (const keyword of document.keywords) read(1, keyword);
  read(2, document.body);
  return { counts, lengths, concepts: conceptTerms(document, vocabulary) };
}

interface FieldText {
  readonly text: string;
  readonly language: TextLanguage | null;
  /** title, keywords, body */
  readonly field: 0 | 1 | 2;
}

/** Adds the words and pairs of one text to `counts`; returns the number of words. */
function countTerms(
  { text, language, field }: FieldText,
  vocabulary: Vocabulary,
  counts: Map<number, [number, number, number]>,
): number {
  const words = tokens(text, language ?? detectLanguage(text));
  let before = -1;
  for (const { key, joined } of words) {
    const word = vocabulary.word(key);
    count(counts, word, field);
    if (joined && before >= 0) count(counts, vocabulary.pair(before, word), field);
    before = word;
  }
  return words.length;
}

function count(counts: Map<number, [number, number, number]>, term: number, field: 0 | 1 | 2): void {
  const held = counts.get(term);
  if (held === undefined) {
    const fresh: [number, number, number] = [0, 0, 0];
    fresh[field] = 1;
    counts.set(term, fresh);
  } else if (held[field] < 255) held[field] += 1;
}

function conceptTerms({ type, concepts }: CorpusDocument, vocabulary: Vocabulary): Map<number, number> {
  const surely = type === 'project' ? 1 : guessed;
  const strengths = new Map<number, number>();
  for (const code of concepts) {
    conceptLine(code).forEach((key, steps) => {
      const term = vocabulary.word(key);
      strengths.set(term, Math.max(strengths.get(term) ?? 0, surely * keptPerStep ** steps));
    });
  }
  return strengths;
}
