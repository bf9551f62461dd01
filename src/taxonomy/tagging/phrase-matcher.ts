import type { Language } from '../vocabulary/vocabulary.js';
import { inflectionKey, isAcronym, splitWords, wordKey, type Words } from './words.js';

/** A phrase to look for, and what it speaks of. */
export interface Phrase<T> {
  readonly text: string;
  /** phrases of different groups are found independently; within a group the longest wins and none overlap */
  readonly group: string;
  readonly value: T;
}

/** A place where a phrase stands in a text. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly group: string;
  /** how many words of the phrase were compared */
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  readonly ends: PhraseEnd<T>[];
}

interface PhraseEnd<T> {
  readonly group: string;
  readonly value: T;
  /** of a one-word phrase: the word may differ in number and gender only; null for longer phrases */
  readonly inflection: string | null;
}

interface Hit<T> {
  readonly last: number;
  readonly length: number;
  readonly values: T[];
}

/** A text made ready: per word the id of its key (-1 = in no phrase) and whether it is a small word. */
interface Reading {
  readonly text: string;
  readonly words: Words;
  readonly ids: Int32Array;
  readonly small: Uint8Array;
}

/** Small words that may stand between two words of a phrase: `gestione dei rifiuti`, `internet of the things`. */
const mostSkipped = 2;

/** Words remembered with what they are; bounded, so that hostile text cannot fill the memory. */
const mostKept = 100_000;

const noPhrase = -1;

interface KnownWord {
  readonly id: number;
  readonly isSmall: boolean;
}

/**
 * Finds thousands of phrases in a text in one pass: a trie over word stems.
 *
 * Words are compared by stem in one language, so inflected forms match; one-word phrases more strictly. Small words
 * are left out on both sides, unless only one word would remain (`e-mobility`). Words in capitals are compared as they
 * stand (`AI` is not `ai`), unless their neighbours shout too. Built once, then only read. Same text, same matches, in
 * order of place.
 */
export class PhraseMatcher<T> {
  private readonly root: Node<T> = { next: new Map(), ends: [] };
  private readonly ids = new Map<string, number>();
  private readonly words = new Map<string, KnownWord>();

  constructor(
    private readonly language: Language,
    phrases: Iterable<Phrase<T>>,
  ) {
    for (const phrase of phrases) this.add(phrase);
  }

  private add({ text, group, value }: Phrase<T>): void {
    const words = wordsOf(text);
    const keys = words.map((word) => (isAcronym(word) ? word : wordKey(word, this.language)));
    const meaning = keys.filter((key) => key !== '');
    if (meaning.length === 0) return;
    const compared =
      meaning.length > 1 ? meaning : keys.map((key, at) => key || (words[at] ?? '').toLowerCase());
    let node = this.root;
    for (const key of compared) node = this.childOf(node, key);
    const [only] = compared.length === 1 ? words : [];
    const inflection = only === undefined || isAcronym(only) ? null : inflectionKey(only, this.language);
    const isKnown = node.ends.some(
      (end) => end.group === group && end.value === value && end.inflection === inflection,
    );
    if (!isKnown) node.ends.push({ group, value, inflection });
  }

  private childOf(node: Node<T>, key: string): Node<T> {
    const id = this.ids.get(key) ?? this.ids.size;
    this.ids.set(key, id);
    const child = node.next.get(id) ?? { next: new Map(), ends: [] };
    node.next.set(id, child);
    return child;
  }

  match(text: string): readonly PhraseMatch<T>[] {
    const reading = this.read(text);
    const { words, ids } = reading;
    const matches: PhraseMatch<T>[] = [];
    const freeFrom = new Map<string, number>();
    for (let at = 0; at < words.count; at += 1) {
      const node = (ids[at] ?? noPhrase) < 0 ? undefined : this.root.next.get(ids[at] ?? noPhrase);
      if (node === undefined) continue;
      for (const [group, { last, length, values }] of this.longestFrom(node, at, reading)) {
        if ((freeFrom.get(group) ?? 0) > at) continue;
        freeFrom.set(group, last + 1);
        const start = words.starts[at] ?? 0;
        const end = words.ends[last] ?? start;
        for (const value of values) matches.push({ value, group, length, start, end });
      }
    }
    return matches;
  }

  /** The longest phrase of each group that begins at a word. */
  private longestFrom(first: Node<T>, at: number, reading: Reading): Iterable<readonly [string, Hit<T>]> {
    let longest: Map<string, Hit<T>> | undefined;
    let node = first;
    let last = at;
    for (let length = 1; ; length += 1) {
      for (const { group, value, inflection } of node.ends) {
        if (inflection !== null && inflection !== this.inflectionAt(at, reading)) continue;
        longest ??= new Map();
        const known = longest.get(group);
        if (known?.length === length) known.values.push(value);
        else longest.set(group, { last, length, values: [value] });
      }
      const following = node.next.size === 0 ? undefined : nextIn(node, last, reading);
      if (following === undefined) return longest ?? [];
      ({ node, at: last } = following);
    }
  }

  private inflectionAt(at: number, { text, words }: Reading): string {
    return inflectionKey(text.slice(words.starts[at], words.ends[at]), this.language);
  }

  private read(text: string): Reading {
    const words = splitWords(text);
    const ids = new Int32Array(words.count);
    const small = new Uint8Array(words.count);
    const wordAt = (at: number): string => text.slice(words.starts[at] ?? 0, words.ends[at] ?? 0);
    for (let at = 0; at < words.count; at += 1) {
      const word = wordAt(at);
      const acronym = isAcronym(word) ? this.ids.get(word) : undefined;
      if (acronym !== undefined && !isShouted(wordAt(at - 1)) && !isShouted(wordAt(at + 1))) {
        ids[at] = acronym;
        continue;
      }
      const { id, isSmall } = this.known(word);
      ids[at] = id;
      small[at] = isSmall ? 1 : 0;
    }
    return { text, words, ids, small };
  }

  /** What a word of a text is; a small word has an id where a phrase holds it as it stands, the `e` of `e-mobility`. */
  private known(word: string): KnownWord {
    const remembered = this.words.get(word);
    if (remembered !== undefined) return remembered;
    const key = wordKey(word, this.language);
    const isSmall = key === '';
    const found = { id: this.ids.get(isSmall ? word.toLowerCase() : key) ?? noPhrase, isSmall };
    if (this.words.size >= mostKept) this.words.clear();
    this.words.set(word, found);
    return found;
  }
}

function wordsOf(text: string): readonly string[] {
  const { count, starts, ends } = splitWords(text);
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
}

/** A word in capitals that is too long for an acronym: its line is a heading in capitals. */
function isShouted(word: string): boolean {
  return word.length > 6 && word === word.toUpperCase();
}

/** The next word a phrase goes on with, small words skipped; undefined where the phrase must end. */
function nextIn<T>(
  node: Node<T>,
  from: number,
  { words, ids, small }: Reading,
): { readonly node: Node<T>; readonly at: number } | undefined {
  for (let at = from + 1; at <= from + 1 + mostSkipped && at < words.count; at += 1) {
    if (words.breaks[at] === 1) return undefined;
    const next = node.next.get(ids[at] ?? noPhrase);
    if (next !== undefined) return { node: next, at };
    if (small[at] === 0) return undefined;
  }
  return undefined;
}
