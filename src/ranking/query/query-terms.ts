import { conceptLine } from '../index/concept-keys.js';
import type { TermStatistics } from '../index/term-statistics.js';
import type { QueryWeights } from '../model.js';
import type { CallConcept } from '../opportunity-text.js';
import type { Boilerplate } from '../text/boilerplate.js';
import type { Glossary } from '../text/glossary.js';
import { isItalian } from '../text/italian-words.js';
import type { CallTerm } from './call-terms.js';
import { rolePlace, titlePlace } from './call-terms.js';
import { crossingsOf } from './crossings.js';
import type { Crossing } from './crossings.js';

/** One term that documents are scored by. */
export interface QueryTerm {
  readonly key: string;
  readonly kind: 'text' | 'concepts';
  readonly label: string;
  /** places in the call, the heaviest first */
  readonly sections: readonly number[];
  /** whole, from 1 to `fullWeight`: sums of whole numbers do not depend on the order of adding */
  readonly weight: number;
  /** the words on either side where they differ by language; null: the call's own word, or the same in both */
  readonly bridge: { readonly from: string; readonly to: string } | null;
  /** place of the term it stands for, in the list it is in; its own place where it is no bridge */
  readonly notion: number;
}

/** The greatest weight of a term, and how many there may be: times 255, a document's score stays below 2^31. */
export const fullWeight = 4095;
const mostKept = 2000;

type Weighted = Omit<QueryTerm, 'weight' | 'notion'> & {
  readonly raw: number;
  /** key of the term it stands for */
  readonly notionKey: string;
};

export interface QueryContext {
  readonly weights: QueryWeights;
  readonly statistics: TermStatistics;
  readonly boilerplate: Boilerplate | null;
  readonly glossary: Glossary | null;
}

/** The heaviest terms of a call with whole-number weights, in order of weight, ties by key. */
export function queryTerms(
  terms: readonly CallTerm[],
  concepts: readonly CallConcept[],
  context: QueryContext,
): QueryTerm[] {
  const { weights } = context;
  const words = new Map(terms.map((term) => [term.key, term]));
  const own = heaviest(
    terms.map((term) => weighText(term, context)),
    weights.mostTerms,
  );
  const balanced = withRoleShare(own, weights.roleShare);
  const mass = balanced.reduce((sum, term) => sum + term.raw, 0);
  const all = [
    ...balanced,
    ...bridgesOf(balanced, words, context),
    ...conceptTerms(concepts, context, mass > 0 ? mass * weights.concepts : 1),
  ];
  return quantised(all.sort(byWeight).slice(0, mostKept));
}

const byWeight = (a: Weighted, b: Weighted): number =>
  b.raw - a.raw || Number(a.key > b.key) - Number(a.key < b.key);

const heaviest = (terms: readonly Weighted[], most: number): Weighted[] =>
  terms
    .filter((term) => term.raw > 0)
    .sort(byWeight)
    .slice(0, most);

function weighText(term: CallTerm, context: QueryContext): Weighted {
  const { weights, boilerplate } = context;
  const occurrences = [...term.sections.values()].reduce((sum, count) => sum + count, 0);
  const saturated = (occurrences * (weights.saturation + 1)) / (occurrences + weights.saturation);
  const spoken = term.key
    .split(' ')
    .reduce((least, word) => Math.min(least, boilerplate?.factors[word] ?? 1), 1);
  return {
    key: term.key,
    kind: 'text',
    label: term.label,
    sections: [...term.sections].sort(([a, x], [b, y]) => y - x || a - b).map(([place]) => place),
    bridge: null,
    notionKey: term.key,
    raw: saturated * rarity(term, context) * (term.pair ? weights.pairs : 1) * spoken,
  };
}

/**
 * The evidence behind the statistics is English: an Italian word is as common there as the most common of its
 * translations.
 */
function rarity({ key }: CallTerm, { statistics, glossary }: QueryContext): number {
  const keys = [key, ...(isItalian(key) ? (glossary?.get(key) ?? []).map((bridge) => bridge.key) : [])];
  return inverseFrequency(Math.max(...keys.map((one) => statistics.documentFrequency(one))), statistics);
}

/** BM25's inverse document frequency, never negative. A term no document has is as rare as one that one has. */
function inverseFrequency(frequency: number, { documentCount }: TermStatistics): number {
  const held = Math.max(frequency, 1);
  return Math.log(1 + (Math.max(documentCount - held, 0) + 0.5) / (held + 0.5));
}

/**
 * Makes the role asked for that share of all weight: two words against a call of three pages would move nothing.
 * A word that both use counts for the role.
 */
function withRoleShare(terms: readonly Weighted[], share: number): Weighted[] {
  const inRole = (term: Weighted): boolean => term.sections.includes(rolePlace);
  const sum = (of: readonly Weighted[]): number => of.reduce((total, term) => total + term.raw, 0);
  const role = sum(terms.filter(inRole));
  const rest = sum(terms) - role;
  if (role === 0 || rest === 0) return [...terms];
  const factor = (share / (1 - share)) * (rest / role);
  return terms.map((term) => (inRole(term) ? { ...term, raw: term.raw * Math.max(1, factor) } : term));
}

/** The terms as the other language says them; what the call says itself needs no crossing. */
function bridgesOf(
  terms: readonly Weighted[],
  words: ReadonlyMap<string, CallTerm>,
  { weights, glossary }: QueryContext,
): Weighted[] {
  const taken = new Set(terms.map((term) => term.key));
  const bridges: Weighted[] = [];
  for (const term of terms) {
    const spoken = words.get(term.key);
    if (spoken === undefined) continue;
    for (const crossing of crossingsOf(spoken, words, glossary)) {
      if (taken.has(crossing.key)) continue;
      taken.add(crossing.key);
      bridges.push(bridged(term, crossing, weights));
    }
  }
  return bridges;
}

function bridged(term: Weighted, { key, words }: Crossing, weights: QueryWeights): Weighted {
  if (words === null) return { ...term, key };
  return { ...term, key, bridge: { from: term.label, to: words }, raw: term.raw * weights.bridge };
}

/** Each concept and, less surely, those above it; together they weigh `mass` where the tagger is sure of all. */
function conceptTerms(
  concepts: readonly CallConcept[],
  { statistics, weights }: QueryContext,
  mass: number,
): Weighted[] {
  const found = new Map<string, Weighted>();
  for (const { code, label, confidence } of concepts) {
    conceptLine(code).forEach((key, steps) => {
      const raw =
        confidence *
        weights.conceptStep ** steps *
        inverseFrequency(statistics.documentFrequency(key), statistics);
      if (raw <= (found.get(key)?.raw ?? 0)) return;
      found.set(key, {
        key,
        kind: 'concepts',
        label,
        sections: [titlePlace],
        bridge: null,
        notionKey: key,
        raw,
      });
    });
  }
  const sum = [...found.values()].reduce((total, { raw }) => total + raw, 0);
  const sure =
    concepts.reduce((total, { confidence }) => total + confidence, 0) / Math.max(1, concepts.length);
  return [...found.values()].map((term) => ({ ...term, raw: sum > 0 ? (term.raw / sum) * mass * sure : 0 }));
}

function quantised(terms: readonly Weighted[]): QueryTerm[] {
  const greatest = terms[0]?.raw ?? 0;
  if (greatest === 0) return [];
  const places = new Map(terms.map((term, place) => [term.key, place]));
  return terms.flatMap(({ raw, notionKey, ...term }, place) => {
    const weight = Math.round((raw / greatest) * fullWeight);
    return weight === 0 ? [] : [{ ...term, weight, notion: places.get(notionKey) ?? place }];
  });
}
