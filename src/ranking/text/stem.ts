import { newStemmer } from 'snowball-stemmers';
import type { TextLanguage } from '../corpus-document.js';
import { foldAccents } from './fold.js';
import { italianMark, italianStems, isLoanWord } from './italian-words.js';
import { stopWords } from './stop-words.js';

const stemmers = { en: newStemmer('english'), it: newStemmer('italian') } as const;

/** Stems already found, per language. Bounded, so that hostile text cannot fill the memory. */
const found: Record<TextLanguage, Map<string, string>> = { en: new Map(), it: new Map() };
const mostKept = 200_000;

const longestWord = 40;

/**
 * The key of a word, or '' where it carries nothing: a stop word, a number, a single letter, a string of more than
 * 40 characters. Words with a digit (`5g`, `co2`) stay as they are. Accents go after stemming, which needs them.
 *
 * A key belongs to its language: Italian ones carry a mark, so that `pane` (bread) never meets `pan`. English words in
 * an Italian text (`learning`) have the key they have in English.
 */
export function stem(word: string, language: TextLanguage): string {
  const known = found[language].get(word);
  if (known !== undefined) return known;
  const key = freshStem(word, language);
  if (found[language].size >= mostKept) found[language].clear();
  found[language].set(word, key);
  return key;
}

function freshStem(word: string, language: TextLanguage): string {
  const lower = word.normalize('NFKC').toLowerCase();
  const folded = foldAccents(lower);
  if (folded.length < 2 || folded.length > longestWord || stopWords[language].has(folded)) return '';
  if (/\p{N}/u.test(folded)) return /^\p{N}+$/u.test(folded) ? '' : folded;
  if (language === 'en') return foldAccents(stemmers.en.stem(lower));
  if (isLoanWord(folded)) return stopWords.en.has(folded) ? '' : foldAccents(stemmers.en.stem(lower));
  return italianMark + (italianStems.get(folded) ?? foldAccents(stemmers.it.stem(lower)));
}
