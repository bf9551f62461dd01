import type { TextLanguage } from '../corpus-document.js';

/** One line of the bilingual word list. */
export interface GlossaryPair {
  readonly italian: string;
  readonly english: string;
}

/** Stemmed words of one language → the same notion in the other; made by `buildGlossary`, read when a call is prepared. */
export interface Glossary {
  readonly bridges: ReadonlyMap<string, readonly GlossaryBridge[]>;
}

export interface GlossaryBridge {
  /** stemmed key in the other language */
  readonly key: string;
  readonly from: { readonly language: TextLanguage; readonly words: string };
  readonly to: { readonly language: TextLanguage; readonly words: string };
}

export interface GlossaryProblem {
  /** from 1, as an editor counts */
  readonly line: number;
  readonly value: string;
  readonly problem: 'not-two-columns' | 'empty-word' | 'too-many-words';
}

/** Reads `italian;english` lines (first line is the header, `#` starts a comment); bad lines are returned, not thrown. */
export function parseGlossary(_csv: string): {
  pairs: readonly GlossaryPair[];
  problems: readonly GlossaryProblem[];
} {
  throw new Error('not built yet');
}

/** Stems both sides and makes the map readable in both directions. */
export function buildGlossary(_pairs: readonly GlossaryPair[]): Glossary {
  throw new Error('not built yet');
}
