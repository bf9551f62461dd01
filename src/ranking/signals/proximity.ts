import type { Corpus } from '../corpus.js';
import type { ProximityWeights } from '../model.js';

/** Mass below which a step of the walk is not followed. */
const negligible = 1e-7;

/**
 * Random walk from the seeds over past consortia: organisation → project → organisation, and once more.
 *
 * A seed's mass is split over its projects; what a project gets goes to each of its other holders divided by their
 * number to a power below 1: being one of forty says less than being one of four, but not ten times less. A document
 * with one holder links nobody. The second round counts `secondRound` of the first.
 *
 * @param seeds ordinals, ascending; each starts with an equal share
 * @param admitted by document, 1 where it may link its holders
 * @returns mass of each organisation, 0 for the seeds themselves
 */
export function walk(corpus: Corpus, seeds: readonly number[], admitted: Uint8Array): Float64Array {
  const model = corpus.model.proximity;
  const links = linkingDocuments(corpus, admitted);
  const total = new Float64Array(corpus.organisationCount);
  let mass = new Float64Array(corpus.organisationCount);
  for (const seed of seeds) mass[seed]! += 1 / seeds.length;
  for (const part of [1, model.secondRound]) {
    mass = toHolders(corpus, toDocuments(corpus, mass, links), links, model);
    for (let ordinal = 0; ordinal < total.length; ordinal += 1) total[ordinal]! += part * mass[ordinal]!;
  }
  for (const seed of seeds) total[seed] = 0;
  return total;
}

/** By document: how many hold it, where it may count and more than one does; else 0. */
export function linkingDocuments(corpus: Corpus, admitted: Uint8Array): Uint32Array {
  const links = new Uint32Array(corpus.documentCount);
  corpus.segments.forEach(({ arrays: { holderStarts }, documentCount }, place) => {
    const base = corpus.documentBase[place]!;
    for (let local = 0; local < documentCount; local += 1) {
      const holders = holderStarts[local + 1]! - holderStarts[local]!;
      if (holders > 1 && admitted[base + local] === 1) links[base + local] = holders;
    }
  });
  return links;
}

/** Each organisation's mass, split evenly over its documents that link. */
function toDocuments(corpus: Corpus, mass: Float64Array, links: Uint32Array): Float64Array {
  const onDocuments = new Float64Array(links.length);
  for (let ordinal = 0; ordinal < mass.length; ordinal += 1) {
    if (mass[ordinal]! < negligible) continue;
    let linking = 0;
    forEachHeld(corpus, ordinal, (document) => (linking += Number(links[document]! > 0)));
    const each = mass[ordinal]! / linking;
    forEachHeld(corpus, ordinal, (document) => {
      if (links[document]! > 0) onDocuments[document]! += each;
    });
  }
  return onDocuments;
}

/** Each document's mass to its holders, less each the more they are. */
function toHolders(
  corpus: Corpus,
  onDocuments: Float64Array,
  links: Uint32Array,
  model: ProximityWeights,
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(corpus.organisationCount);
  corpus.segments.forEach(({ arrays, documentCount }, place) => {
    const { holderStarts, holderOrganisations } = arrays;
    const base = corpus.documentBase[place]!;
    for (let local = 0; local < documentCount; local += 1) {
      const mass = onDocuments[base + local]!;
      if (mass === 0) continue;
      const each = mass / othersOf(links[base + local]!, model);
      for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
        next[corpus.organisations.ordinal(place, holderOrganisations[at]!)]! += each;
      }
    }
  });
  return next;
}

const othersOf = (holders: number, { consortiumSize }: ProximityWeights): number =>
  (holders - 1) ** consortiumSize;

function forEachHeld(corpus: Corpus, ordinal: number, visit: (document: number) => void): void {
  for (const { segment, local } of corpus.organisations.places(ordinal)) {
    const { heldStarts, heldDocuments } = corpus.segments[segment]!.arrays;
    const base = corpus.documentBase[segment]!;
    for (let at = heldStarts[local]!; at < heldStarts[local + 1]!; at += 1) visit(base + heldDocuments[at]!);
  }
}

/** Corpus numbers of the organisations that hold a document. */
export function holdersOf(corpus: Corpus, document: number): number[] {
  const { segment, local } = corpus.locate(document);
  const { holderStarts, holderOrganisations } = corpus.segments[segment]!.arrays;
  const row = holderOrganisations.subarray(holderStarts[local], holderStarts[local + 1]);
  return Array.from(row, (holder) => corpus.organisations.ordinal(segment, holder));
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
  admitted: Uint8Array,
): SharedWork[] {
  const links = linkingDocuments(corpus, admitted);
  const linking = (of: number): number[] =>
    corpus.held(of).flatMap(({ document }) => (links[document]! > 0 ? [document] : []));
  const own = new Set(linking(ordinal));
  return seeds.flatMap((seed) => {
    const held = linking(seed);
    const documents = held.filter((document) => own.has(document));
    if (documents.length === 0) return [];
    const mass = documents.reduce(
      (sum, document) =>
        sum + 1 / (seeds.length * held.length * othersOf(links[document]!, corpus.model.proximity)),
      0,
    );
    return [{ seed, mass, documents }];
  });
}
