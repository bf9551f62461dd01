import type { TextLanguage } from '../corpus-document.js';
import { pairKey, tokens } from './tokens.js';

/** One line of the bilingual word list. */
export interface GlossaryPair {
  readonly italian: string;
  readonly english: string;
}

/** Stemmed words of either language → the same notion in the other. */
export type Glossary = ReadonlyMap<string, readonly GlossaryBridge[]>;

/** One crossing from a word of a text to a word in the other language. */
export interface GlossaryBridge {
  /** language the word is read in; the same key may be a word of both */
  readonly from: TextLanguage;
  /** stemmed key in the other language */
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

/**
 * Reads `italian;english` lines: the first line is the header, `#` starts a comment line, empty lines are skipped.
 * A side may be one word or two that carry meaning (`gestione dei rifiuti`). Bad lines are returned, not thrown.
 */
export function parseGlossary(csv: string): {
  pairs: readonly GlossaryPair[];
  problems: readonly GlossaryProblem[];
} {
  const pairs: GlossaryPair[] = [];
  const problems: GlossaryProblem[] = [];
  const lines = csv.replace(/^\ufeff/, '').split(/\r?\n/);
  lines.slice(1).forEach((value, at) => {
    if (value.trim() === '' || value.startsWith('#')) return;
    const [italian, english, ...more] = value.split(';').map((side) => side.trim());
    const problem = sidesProblem(italian, english, more.length);
    if (problem !== null) problems.push({ line: at + 2, value: value.slice(0, 120), problem });
    else pairs.push({ italian: italian ?? '', english: english ?? '' });
  });
  return { pairs, problems };
}

function sidesProblem(
  italian: string | undefined,
  english: string | undefined,
  more: number,
): GlossaryProblem['problem'] | null {
  if (italian === undefined || english === undefined || more > 0) return 'not-two-columns';
  const counts = [tokens(italian, 'it').length, tokens(english, 'en').length];
  if (counts.includes(0)) return 'empty-word';
  return counts.some((count) => count > 2) ? 'too-many-words' : null;
}

/** Makes the list readable in both directions. A word whose translation has the same stem needs no bridge. */
export function buildGlossary(pairs: readonly GlossaryPair[]): Glossary {
  const bridges = new Map<string, GlossaryBridge[]>();
  for (const { italian, english } of pairs) {
    const italianKey = keyOf(italian, 'it');
    const englishKey = keyOf(english, 'en');
    if (italianKey === englishKey) continue;
    add(bridges, italianKey, { from: 'it', key: englishKey, words: english });
    add(bridges, englishKey, { from: 'en', key: italianKey, words: italian });
  }
  return bridges;
}

/** The key under which one or two words stand in a segment. */
function keyOf(words: string, language: TextLanguage): string {
  const [first, second] = tokens(words, language);
  return second === undefined ? (first?.key ?? '') : pairKey(first?.key ?? '', second.key);
}

function add(bridges: Map<string, GlossaryBridge[]>, key: string, bridge: GlossaryBridge): void {
  const held = bridges.get(key) ?? [];
  if (held.some((other) => other.key === bridge.key && other.from === bridge.from)) return;
  bridges.set(key, [...held, bridge]);
}
