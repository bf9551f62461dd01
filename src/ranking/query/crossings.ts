import { italianCognate } from '../text/cognates.js';
import type { Glossary } from '../text/glossary.js';
import { italianMark } from '../text/italian-words.js';
import { pairKey } from '../text/tokens.js';
import type { CallTerm } from './call-terms.js';

/** Another key under which evidence in the other language may say what a term of the call says. */
export interface Crossing {
  readonly key: string;
  /** as the word list writes it, or as we guess that it is written; null: the very same word (`laser`) */
  readonly words: string | null;
}

/** Variants of each word that a pair is put together from: more would be guesses upon guesses. */
const variantsOfAWord = 2;

/**
 * Where a term leads in the other language: the word list's translations, the same word, and, of an English word that
 * the list does not know, the Italian word it would have become. A pair that the list does not know is put together
 * from its words, the other way round: `thermal storage` is `accumulo termico`.
 *
 * @param words the single words of the call by their keys
 */
export function crossingsOf(
  term: CallTerm,
  words: ReadonlyMap<string, CallTerm>,
  glossary: Glossary | null,
): readonly Crossing[] {
  const listed = listedFor(term.key, glossary);
  if (!term.pair) return withSame(term.key, listed.length > 0 ? listed : guessed(term));
  return listed.length > 0 ? listed : composed(term.key, words, glossary);
}

const listedFor = (key: string, glossary: Glossary | null): readonly Crossing[] => glossary?.get(key) ?? [];

/** A word with a digit or a foreign letter has one key for both languages, and needs no crossing to itself. */
function withSame(key: string, crossings: readonly Crossing[]): readonly Crossing[] {
  const same = otherKey(key);
  if (same === null || crossings.some((crossing) => crossing.key === same)) return crossings;
  return [...crossings, { key: same, words: null }];
}

function otherKey(key: string): string | null {
  if (key.startsWith(italianMark)) return key.slice(italianMark.length);
  return /^[a-z]+$/.test(key) ? italianMark + key : null;
}

function guessed({ key, label }: CallTerm): readonly Crossing[] {
  const guess = key.startsWith(italianMark) ? null : italianCognate(label);
  return guess === null ? [] : [guess];
}

function composed(
  key: string,
  words: ReadonlyMap<string, CallTerm>,
  glossary: Glossary | null,
): readonly Crossing[] {
  const [first, second] = key.split(' ').map((word) => variants(word, words.get(word), glossary));
  return (second ?? []).flatMap((after) =>
    (first ?? []).map((before) => ({
      key: pairKey(after.key, before.key),
      words: `${after.words ?? ''} ${before.words ?? ''}`.trim(),
    })),
  );
}

/** Single words only: a pair of three words is under no key. */
function variants(key: string, word: CallTerm | undefined, glossary: Glossary | null): readonly Crossing[] {
  const listed = listedFor(key, glossary).filter((crossing) => !crossing.key.includes(' '));
  const found = listed.length > 0 || word === undefined ? listed : guessed(word);
  const named =
    found.length > 0 ? found : withSame(key, []).map((same) => ({ ...same, words: word?.label ?? key }));
  return named.slice(0, variantsOfAWord);
}
