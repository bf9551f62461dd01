import type { Corpus } from './corpus.js';
import type { OpportunityText } from './opportunity-text.js';
import { prepareCall, type PrepareOptions } from './query/prepare-call.js';
import type { QueryTerm } from './query/query-terms.js';

/** Two texts that say much of the same. */
export interface AlikePair {
  /** places in the list of texts, the first the lower one */
  readonly first: number;
  readonly second: number;
  /** (0, 1]; how much of what either says the other says too: the root of both shares, multiplied */
  readonly likeness: number;
  /** what both say, the heaviest first: as the first writes it, and as the second does */
  readonly shared: readonly [readonly string[], readonly string[]];
}

export interface AlikeLimits {
  /** (0, 1]; less likeness is none */
  readonly least: number;
  /** single words that both must say: one rare word in common is no common idea */
  readonly fewestWords: number;
}

/**
 * What counts as alike. Of the invented ideas of alike-texts.spec.ts, in both languages, those of one idea in other words
 * reach 0.147 to 0.411, those of another idea of the same field 0.060 at most. Of 1,000 projects of the open data (seed 7;
 * title and 60 words of the objective, weighed by all 15,458), these limits let through 60 of the 487,253 pairs of
 * different topics, 0.012 %; a least of 0.08 lets through 0.080 %, 0.16 lets through 0.003 % and would lose ideas.
 */
export const alikeLimits: AlikeLimits = { least: 0.12, fewestWords: 3 };

/** Shared words given for a pair: enough to see by, few enough to read. */
const mostShared = 8;

/**
 * Which texts say much of the same, by the words that partners are ranked by: rare ones of the open evidence weigh
 * most, call-speak little, and a word counts where the other text has it in the other language.
 */
export function alikeTexts(
  corpus: Corpus,
  texts: readonly OpportunityText[],
  options: PrepareOptions,
  { least, fewestWords }: AlikeLimits,
): AlikePair[] {
  const read = texts.map((text) =>
    readText(prepareCall(corpus, { ...text, concepts: [], vector: null }, options).terms),
  );
  return read.flatMap((one, first) =>
    read.slice(first + 1).flatMap((other, step): AlikePair[] => {
      const there = coveredBy(one, other);
      if (there.share < least * least) return [];
      const back = coveredBy(other, one);
      const likeness = Math.sqrt(there.share * back.share);
      const isAlike = likeness >= least && Math.min(there.words, back.words) >= fewestWords;
      return isAlike
        ? [{ first, second: first + 1 + step, likeness, shared: [there.labels(), back.labels()] }]
        : [];
    }),
  );
}

/** A text's own terms, each with the keys that say it in either language. */
interface ReadText {
  readonly own: ReadonlySet<string>;
  readonly notions: readonly { readonly term: QueryTerm; readonly keys: readonly string[] }[];
  readonly weight: number;
}

function readText(terms: readonly QueryTerm[]): ReadText {
  const keys = new Map<number, string[]>();
  for (const { key, notion } of terms) keys.set(notion, [...(keys.get(notion) ?? []), key]);
  const notions = terms.flatMap((term, place) =>
    term.notion === place ? [{ term, keys: keys.get(place) ?? [term.key] }] : [],
  );
  const weight = notions.reduce((sum, { term }) => sum + term.weight, 0);
  return { own: new Set(notions.map(({ term }) => term.key)), notions, weight };
}

function coveredBy(one: ReadText, other: ReadText) {
  const shared = one.notions.filter(({ keys }) => keys.some((key) => other.own.has(key)));
  const weight = shared.reduce((sum, { term }) => sum + term.weight, 0);
  return {
    share: one.weight === 0 ? 0 : weight / one.weight,
    words: shared.filter(({ term }) => !term.key.includes(' ')).length,
    labels: () => labelsOf(shared.map(({ term }) => term)),
  };
}

/** The heaviest, without words that a pair among them has already. */
function labelsOf(terms: readonly QueryTerm[]): string[] {
  const pairs = terms.filter(({ key }) => key.includes(' '));
  const inPair = new Set(pairs.flatMap(({ key }) => key.split(' ')));
  return terms
    .filter(({ key }) => key.includes(' ') || !inPair.has(key))
    .slice(0, mostShared)
    .map(({ label }) => label);
}
