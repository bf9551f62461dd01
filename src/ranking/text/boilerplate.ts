import { hashString } from '../index/string-table.js';
import type { CallSection, OpportunityText } from '../opportunity-text.js';
import { detectLanguage } from './language.js';
import { sentences } from './sentences.js';
import { tokens } from './tokens.js';
import type { Token } from './tokens.js';

/** Call-speak, learned from call texts: plain data, so that it can be stored beside a snapshot. */
export interface Boilerplate {
  /** how many calls it was learned from */
  readonly calls: number;
  /** stemmed word → factor in [0, 1] on its weight in a call; an absent word counts fully */
  readonly factors: Readonly<Record<string, number>>;
  /** hashes of sentences that many calls repeat word for word: not read at all; ascending */
  readonly sentences: readonly number[];
}

/** Below this many calls nothing can be told from what they share. */
const fewestCalls = 20;

/** A word in at most this share of the calls keeps its full weight; one in all of them has none. */
const commonFrom = 0.05;

/** A sentence is boiler-plate once this many calls, and this share of them, have it. */
const repeatedCalls = 5;
const repeatedShare = 0.01;

/** Short lines (`Scope:`) repeat without being sentences. */
const fewestWords = 6;

/**
 * Learns which words and sentences calls use whatever they are about. The order of the calls does not matter.
 *
 * Fewer than twenty calls teach nothing: then no word is weighed down.
 */
export function learnBoilerplate(calls: Iterable<OpportunityText>): Boilerplate {
  let count = 0;
  const wordCalls = new Map<string, number>();
  const sentenceCalls = new Map<number, number>();
  for (const call of calls) {
    count += 1;
    const { words, hashes } = contentOf(call);
    for (const word of words) wordCalls.set(word, (wordCalls.get(word) ?? 0) + 1);
    for (const hash of hashes) sentenceCalls.set(hash, (sentenceCalls.get(hash) ?? 0) + 1);
  }
  if (count < fewestCalls) return { calls: count, factors: {}, sentences: [] };
  const repeated = Math.max(repeatedCalls, repeatedShare * count);
  return {
    calls: count,
    factors: Object.fromEntries(
      [...wordCalls]
        .filter(([, held]) => held / count > commonFrom)
        .sort(([a], [b]) => Number(a > b) - Number(a < b))
        .map(([word, held]) => [word, Math.sqrt(Math.log(held / count) / Math.log(commonFrom))]),
    ),
    sentences: [...sentenceCalls]
      .filter(([, held]) => held >= repeated)
      .map(([hash]) => hash)
      .sort((a, b) => a - b),
  };
}

function contentOf(call: OpportunityText): { words: Set<string>; hashes: Set<number> } {
  const words = new Set<string>();
  const hashes = new Set<number>();
  // titles end in call-speak too: `(RIA)`, `(Made in Europe partnership)`
  for (const section of [{ text: call.title, language: null }, ...call.sections]) {
    for (const sentence of sectionSentences(section)) {
      for (const { key } of sentence.words) words.add(key);
      if (sentence.words.length >= fewestWords) hashes.add(sentenceHash(sentence.words));
    }
  }
  return { words, hashes };
}

/** A sentence of a section with the words in it that carry meaning. */
export interface SectionSentence {
  readonly start: number;
  readonly end: number;
  /** positions are those in the section's text */
  readonly words: readonly Token[];
}

/** The sentences of a section; its language is guessed where it is not stated. */
export function sectionSentences({
  text,
  language,
}: Pick<CallSection, 'text' | 'language'>): SectionSentence[] {
  const spoken = language ?? detectLanguage(text);
  return sentences(text).map(({ start, end }) => ({
    start,
    end,
    words: tokens(text.slice(start, end), spoken).map((word) => ({
      ...word,
      start: word.start + start,
      end: word.end + start,
    })),
  }));
}

const sentenceHash = (words: readonly Token[]): number => hashString(words.map(({ key }) => key).join(' '));

/** Whether a sentence is one that calls repeat. */
export function isBoilerplate(sentence: SectionSentence, repeated: ReadonlySet<number>): boolean {
  return sentence.words.length >= fewestWords && repeated.has(sentenceHash(sentence.words));
}
