import type { TextLanguage } from '../corpus-document.js';
import { wordPattern } from './fold.js';
import { stem } from './stem.js';

/** One word that carries meaning, and where it stands. */
export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** it may form a pair with the word before: nothing but stop words, spaces and hyphens between them */
  readonly joined: boolean;
}

/** The words of a text that carry meaning, in order. */
export function tokens(text: string, language: TextLanguage): Token[] {
  const result: Token[] = [];
  let joined = false;
  let end = 0;
  for (const match of text.matchAll(wordPattern())) {
    const start = match.index;
    if (joined && breaksPhrase(text, end, start)) joined = false;
    end = start + match[0].length;
    const key = stem(match[0], language);
    if (key === '') continue;
    result.push({ key, start, end, joined });
    joined = true;
  }
  return result;
}

/** The key of two words in a row. Stems hold no space, so no pair can be mistaken for a word. */
export const pairKey = (first: string, second: string): string => `${first} ${second}`;

/** Whether a comma, full stop, bracket or line end stands between: words on either side are no phrase. */
function breaksPhrase(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (phraseBreaks.has(text.charCodeAt(at))) return true;
  }
  return false;
}

const phraseBreaks = new Set([...'.,;:!?()[]{}"\n\r•–—|/'].map((character) => character.charCodeAt(0)));
