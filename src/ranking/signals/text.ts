import type { Corpus } from '../corpus.js';
import { fullImpact } from '../index/impact.js';
import type { PreparedCall } from '../query/prepared-call.js';

/**
 * How well each document answers a call: over the terms both have, the sum of the call's weight times the document's
 * impact. All are whole numbers, so that the sum is the same in whatever order, shard or direction it is made.
 *
 * Fills `corpus.scratch`; call `clearScores` when done.
 */
export function scoreDocuments(corpus: Corpus, call: PreparedCall): Int32Array {
  const scores = corpus.scratch;
  corpus.segments.forEach((segment, place) => {
    const numbers = call.termNumbers(segment);
    const part = scores.subarray(
      corpus.documentBase[place],
      (corpus.documentBase[place] ?? 0) + segment.documentCount,
    );
    call.terms.forEach(({ weight }, at) => {
      const term = numbers[at] ?? -1;
      if (term >= 0) addPostings(part, segment.arrays, term, weight);
    });
  });
  return scores;
}

function addPostings(
  scores: Int32Array,
  arrays: { postingStarts: Uint32Array; postingDocuments: Uint32Array; postingImpacts: Uint8Array },
  term: number,
  weight: number,
): void {
  const { postingStarts, postingDocuments, postingImpacts } = arrays;
  const end = postingStarts[term + 1]!;
  for (let at = postingStarts[term]!; at < end; at += 1) {
    scores[postingDocuments[at]!]! += weight * postingImpacts[at]!;
  }
}

export function clearScores(corpus: Corpus): void {
  corpus.scratch.fill(0);
}

/** One term of the call that a document shows. */
export interface TermHit {
  /** place in `PreparedCall.terms` */
  readonly term: number;
  /** weight × impact, its part of the document's score */
  readonly score: number;
}

/** The terms of the call that one document shows, in the call's order; their scores add up to the document's. */
export function termHits(corpus: Corpus, call: PreparedCall, document: number): TermHit[] {
  const { segment, local } = corpus.locate(document);
  const { forwardStarts, forwardTerms, forwardImpacts } = corpus.segments[segment]!.arrays;
  const numbers = call.termNumbers(corpus.segments[segment]!);
  const from = forwardStarts[local] ?? 0;
  const to = forwardStarts[local + 1] ?? 0;
  const hits: TermHit[] = [];
  call.terms.forEach(({ weight }, term) => {
    const at = find(forwardTerms, numbers[term] ?? -1, from, to);
    if (at >= 0) hits.push({ term, score: weight * (forwardImpacts[at] ?? 0) });
  });
  return hits;
}

/** Where a value stands between two places of an ascending array; -1: nowhere. */
function find(values: Uint32Array, value: number, from: number, to: number): number {
  if (value < 0) return -1;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low < to && values[low] === value ? low : -1;
}

/**
 * The scale of a call's scores: what the best documents of the open evidence reach, on average, yet never less than
 * `referenceFloor` of a document that shows every term fully, so that a call nobody answers makes nobody strong.
 *
 * Only documents of the first segment count, dated and admitted as for the call: private evidence never moves a
 * public score.
 */
export function referenceScore(corpus: Corpus, call: PreparedCall, scores: Int32Array): number {
  const { referenceItems, referenceFloor } = corpus.model.fit;
  const perfect = call.terms.reduce((sum, { weight }) => sum + weight, 0) * fullImpact;
  const open = corpus.segments[0];
  const best: number[] = [];
  if (open !== undefined) {
    const { documentDays, documentTopics } = open.arrays;
    const excluded = call.excludedTopic(open);
    for (let document = 0; document < open.documentCount; document += 1) {
      const score = scores[document] ?? 0;
      if (best.length === referenceItems && score <= (best[referenceItems - 1] ?? 0)) continue;
      if (score === 0 || documentDays[document]! > call.asOf) continue;
      if (excluded > 0 && documentTopics[document] === excluded) continue;
      insertDescending(best, score, referenceItems);
    }
  }
  const mean = best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
  return Math.max(mean, referenceFloor * perfect, 1);
}

function insertDescending(values: number[], value: number, most: number): void {
  let at = values.length;
  while (at > 0 && (values[at - 1] ?? 0) < value) at -= 1;
  values.splice(at, 0, value);
  if (values.length > most) values.pop();
}
