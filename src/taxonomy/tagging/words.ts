import { foldAccents, stem } from '../../ranking/text/index.js';
import type { Language } from '../vocabulary/vocabulary.js';

/** The words of a text as flat arrays, which is much faster than a pattern; offsets are those of the text. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where a full stop, a comma, a bracket or an empty line stands before the word: no phrase crosses that */
  readonly breaks: Uint8Array;
}

/** The runs of letters and digits of a text, in order. */
export function splitWords(text: string): Words {
  const most = (text.length >> 1) + 1;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const breaks = new Uint8Array(most);
  let count = 0;
  let isAfterBreak = 1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordCharacter(code)) {
      if (isAfterBreak === 0 && breaksPhrase(text, at, code)) isAfterBreak = 1;
      at += 1;
      continue;
    }
    starts[count] = at;
    do at += 1;
    while (at < text.length && isWordCharacter(text.charCodeAt(at)));
    ends[count] = at;
    breaks[count] = isAfterBreak;
    isAfterBreak = 0;
    count += 1;
  }
  return { count, starts, ends, breaks };
}

function isWordCharacter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `.` and `,` within a number (`4.0`) break nothing; a single line end is a space, an empty line a break. */
function breaksPhrase(text: string, at: number, code: number): boolean {
  if (code === 32) return false;
  if (code === 10) return text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13;
  if (code === 46 || code === 44)
    return !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
  return phraseBreaks.has(code);
}

const phraseBreaks = new Set([...';:!?()[]{}"•–—|«»“”'].map((character) => character.charCodeAt(0)));

/**
 * The key by which a word is compared: its stem, the number itself, or '' for a small word that phrases skip. Accents
 * are dropped first, because people drop them (`qualita`) and the stemmer would tell the two apart.
 */
export function wordKey(word: string, language: Language): string {
  if (/^\d+$/.test(word)) return word;
  return stem(language === 'en' ? word.replace(/isation(s?)$/i, 'ization$1') : foldAccents(word), language);
}

/**
 * The word without its ending for number and gender, to compare one-word phrases more strictly than by stem, which
 * takes `productivity` for `product` and `humanities` for `human`.
 */
export function inflectionKey(word: string, language: Language): string {
  const lower = foldAccents(word.toLowerCase());
  if (language === 'it') return lower.replace(/h?[aeiou]{1,2}$/, '');
  return lower
    .replace(/isation/, 'ization')
    .replace(/(?:ies|y)$/, 'i')
    .replace(/(?<=[^suc]|[^i]c)s$/, '')
    .replace(/e$/, '');
}

/** Whether a word is in capitals and short, so that it counts only in capitals: `AI`, `MEMS`, but not `Additive`. */
export function isAcronym(word: string): boolean {
  const second = word.charCodeAt(1);
  return second >= 65 && second <= 90 && /^[A-Z]{2,6}$/.test(word);
}
