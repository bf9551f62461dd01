import type { Corpus } from '../corpus.js';
import type { ProximityWeights } from '../model.js';

/** Mass below which a step of the walk is not followed. */
const negligible = 1e-7;

/** Whether a document may link its holders for this request. */
export type Counts = (document: number) => boolean;

/**
 * Random walk from the seeds over past consortia: organisation → project → organisation, and once more.
 *
 * A seed's mass is split over its projects; what a project gets goes to each of its other holders divided by their
 * number to a power below 1: being one of forty says less than being one of four, but not ten times less. A document
 * with one holder links nobody. The second round counts `secondRound` of the first.
 *
 * @param seeds ordinals, in any order; each starts with an equal share
 * @returns mass of each organisation, 0 for the seeds themselves
 */
export function walk(corpus: Corpus, seeds: readonly number[], counts: Counts): Float64Array {
  const model = corpus.model.proximity;
  const total = new Float64Array(corpus.organisationCount);
  if (seeds.length === 0) return total;
  let mass = new Float64Array(corpus.organisationCount);
  const from = [...seeds].sort((a, b) => a - b);
  for (const seed of from) mass[seed] = (mass[seed] ?? 0) + 1 / from.length;
  for (const part of [1, model.secondRound]) {
    mass = step(corpus, mass, model, counts);
    for (let ordinal = 0; ordinal < total.length; ordinal += 1) {
      total[ordinal] = (total[ordinal] ?? 0) + part * (mass[ordinal] ?? 0);
    }
  }
  for (const seed of seeds) total[seed] = 0;
  return total;
}

/** From organisations to the other holders of their documents. */
function step(
  corpus: Corpus,
  mass: Float64Array,
  model: ProximityWeights,
  counts: Counts,
): Float64Array<ArrayBuffer> {
  const onDocuments = new Map<number, number>();
  mass.forEach((held, ordinal) => {
    if (held < negligible) return;
    const links = linkingDocuments(corpus, ordinal, counts);
    for (const document of links)
      onDocuments.set(document, (onDocuments.get(document) ?? 0) + held / links.length);
  });
  const next = new Float64Array(mass.length);
  for (const [document, held] of onDocuments) {
    const holders = holdersOf(corpus, document);
    const each = held / (holders.length - 1) ** model.consortiumSize;
    for (const ordinal of holders) next[ordinal] = (next[ordinal] ?? 0) + each;
  }
  return next;
}

/** The documents that an organisation shares with others, ascending. */
export function linkingDocuments(corpus: Corpus, ordinal: number, counts: Counts): number[] {
  return corpus
    .held(ordinal)
    .map(({ document }) => document)
    .filter((document) => counts(document) && holderCount(corpus, document) > 1);
}

function holderCount(corpus: Corpus, document: number): number {
  const { segment, local } = corpus.locate(document);
  const { holderStarts } = corpus.segments[segment]!.arrays;
  return (holderStarts[local + 1] ?? 0) - (holderStarts[local] ?? 0);
}

/** Corpus numbers of the organisations that hold a document. */
export function holdersOf(corpus: Corpus, document: number): number[] {
  const { segment, local } = corpus.locate(document);
  const { holderStarts, holderOrganisations } = corpus.segments[segment]!.arrays;
  const holders: number[] = [];
  for (let at = holderStarts[local] ?? 0; at < (holderStarts[local + 1] ?? 0); at += 1) {
    holders.push(corpus.organisations.ordinal(segment, holderOrganisations[at] ?? 0));
  }
  return holders;
}

/** From a mass to [0, 1): a half at `half`. */
export const proximity = (mass: number, model: ProximityWeights): number => mass / (mass + model.half);

/** One seed's part of an organisation's mass through the projects they share, and those projects. */
export interface SharedWork {
  readonly seed: number;
  readonly mass: number;
  readonly documents: readonly number[];
}

/** What the first round of the walk brought to one organisation, seed by seed. */
export function sharedWork(
  corpus: Corpus,
  seeds: readonly number[],
  ordinal: number,
  counts: Counts,
): SharedWork[] {
  const own = new Set(linkingDocuments(corpus, ordinal, counts));
  return seeds.flatMap((seed) => {
    const links = linkingDocuments(corpus, seed, counts);
    const documents = links.filter((document) => own.has(document));
    if (documents.length === 0) return [];
    const sizes = documents.map(
      (document) => (holderCount(corpus, document) - 1) ** corpus.model.proximity.consortiumSize,
    );
    const mass = sizes.reduce((sum, size) => sum + 1 / (seeds.length * links.length * size), 0);
    return [{ seed, mass, documents }];
  });
}
