import type { TextLanguage } from '../corpus-document.js';
import { foldAccents, wordPattern } from './fold.js';
import { stopWords } from './stop-words.js';

/** Words read before deciding; a paragraph settles it. */
const sample = 200;

/**
 * English or Italian, by which language's small words are more frequent. A tie (a list of names, a title without
 * small words) is English, the language of calls.
 */
export function detectLanguage(text: string): TextLanguage {
  let english = 0;
  let italian = 0;
  let read = 0;
  for (const [match] of text.matchAll(wordPattern())) {
    const word = foldAccents(match.toLowerCase());
    if (stopWords.en.has(word)) english += 1;
    if (stopWords.it.has(word)) italian += 1;
    if ((read += 1) === sample) break;
  }
  return italian > english ? 'it' : 'en';
}
