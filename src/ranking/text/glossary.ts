import type { TextLanguage } from '../corpus-document.js';
import { pairKey, tokens } from './tokens.js';

/** One line of a word list: Italian and English for the same, or English and English (`sewage`, `wastewater`). */
export type GlossaryPair =
  | { readonly italian: string; readonly english: string }
  | { readonly english: string; readonly same: string };

/** Stemmed words of either language → the same notion in other words, mostly of the other language. */
export type Glossary = ReadonlyMap<string, readonly GlossaryBridge[]>;

/** One crossing from a word of a text to other words for the same. */
export interface GlossaryBridge {
  /** stemmed key */
  readonly key: string;
  /** as the list writes it, to be shown */
  readonly words: string;
}

export interface GlossaryProblem {
  /** from 1, as an editor counts */
  readonly line: number;
  readonly value: string;
  readonly problem: 'not-two-columns' | 'empty-word' | 'too-many-words';
}

/** What the columns of a list are written in. */
type Columns = readonly [TextLanguage, TextLanguage];

interface ReadPairs<Pair> {
  readonly pairs: readonly Pair[];
  readonly problems: readonly GlossaryProblem[];
}

/**
 * Reads `italian;english` lines: the first line is the header, `#` starts a comment line, empty lines are skipped.
 * A side may be one word or two that carry meaning (`gestione dei rifiuti`). Bad lines are returned, not thrown.
 */
export function parseGlossary(
  csv: string,
): ReadPairs<{ readonly italian: string; readonly english: string }> {
  const { pairs, problems } = parsePairs(csv, ['it', 'en']);
  return { pairs: pairs.map(([italian, english]) => ({ italian, english })), problems };
}

/** Reads `words;same` lines, English on either side, by the same rules. */
export function parseSynonyms(csv: string): ReadPairs<{ readonly english: string; readonly same: string }> {
  const { pairs, problems } = parsePairs(csv, ['en', 'en']);
  return { pairs: pairs.map(([english, same]) => ({ english, same })), problems };
}

function parsePairs(csv: string, columns: Columns): ReadPairs<readonly [string, string]> {
  const pairs: (readonly [string, string])[] = [];
  const problems: GlossaryProblem[] = [];
  const lines = csv.replace(/^\ufeff/, '').split(/\r?\n/);
  lines.slice(1).forEach((value, at) => {
    if (value.trim() === '' || value.startsWith('#')) return;
    const [left, right, ...more] = value.split(';').map((side) => side.trim());
    const problem = sidesProblem(left, right, more.length, columns);
    if (problem !== null) problems.push({ line: at + 2, value: value.slice(0, 120), problem });
    else pairs.push([left ?? '', right ?? '']);
  });
  return { pairs, problems };
}

function sidesProblem(
  left: string | undefined,
  right: string | undefined,
  more: number,
  [first, second]: Columns,
): GlossaryProblem['problem'] | null {
  if (left === undefined || right === undefined || more > 0) return 'not-two-columns';
  const counts = [tokens(left, first).length, tokens(right, second).length];
  if (counts.includes(0)) return 'empty-word';
  return counts.some((count) => count > 2) ? 'too-many-words' : null;
}

/**
 * Makes the lists readable in both directions. Words for the same share their translations: what `sewage` is in
 * Italian, `wastewater` is too. A word whose translation has the same key needs no bridge.
 */
export function buildGlossary(pairs: readonly GlossaryPair[]): Glossary {
  const bridges = new Map<string, GlossaryBridge[]>();
  const link = (left: Side, right: Side): void => {
    if (left.key === right.key) return;
    add(bridges, left.key, right);
    add(bridges, right.key, left);
  };
  for (const pair of pairs) {
    if ('italian' in pair) link(sideOf(pair.italian, 'it'), sideOf(pair.english, 'en'));
  }
  const translated = new Map(bridges);
  for (const pair of pairs) {
    if (!('same' in pair)) continue;
    const [left, right] = [sideOf(pair.english, 'en'), sideOf(pair.same, 'en')];
    link(left, right);
    for (const other of translated.get(left.key) ?? []) link(right, other);
    for (const other of translated.get(right.key) ?? []) link(left, other);
  }
  return bridges;
}

type Side = GlossaryBridge;

const sideOf = (words: string, language: TextLanguage): Side => ({ key: keyOf(words, language), words });

/** The key under which one or two words stand in a segment. */
function keyOf(words: string, language: TextLanguage): string {
  const [first, second] = tokens(words, language);
  return second === undefined ? (first?.key ?? '') : pairKey(first?.key ?? '', second.key);
}

function add(bridges: Map<string, GlossaryBridge[]>, key: string, bridge: GlossaryBridge): void {
  const held = bridges.get(key) ?? [];
  if (held.some((other) => other.key === bridge.key)) return;
  bridges.set(key, [...held, bridge]);
}
