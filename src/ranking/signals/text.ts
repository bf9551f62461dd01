import type { Corpus } from '../corpus.js';
import { fullImpact } from '../index/impact.js';
import type { PreparedCall, Scale } from '../query/prepared-call.js';
import { fullWeight } from '../query/query-terms.js';

/**
 * How well each document answers a call: over the terms both have, the sum of the call's weight times the document's
 * impact. All are whole numbers, so that the sum is the same in whatever order, shard or direction it is made.
 *
 * The result is the workspace's own array and holds until another call is scored.
 */
export function scoreDocuments(corpus: Corpus, call: PreparedCall): Int32Array {
  const { workspace } = corpus;
  const { scores } = workspace;
  if (workspace.scored === call) return scores;
  scores.fill(0);
  corpus.segments.forEach((segment, place) => {
    const numbers = call.termNumbers(segment);
    const part = scores.subarray(
      corpus.documentBase[place],
      (corpus.documentBase[place] ?? 0) + segment.documentCount,
    );
    numbers.forEach((term, at) => {
      if (term >= 0) addPostings(part, segment.arrays, term, call.weights[at]!);
    });
  });
  workspace.scored = call;
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

/** One term of the call that a document shows. */
export interface TermHit {
  /** place in `PreparedCall.terms` */
  readonly term: number;
  /** weight × impact, its part of the document's score */
  readonly score: number;
}

/** The score of one document: the same whole number as `scoreDocuments` adds up, which it reuses where it can. */
export function scoreDocument(corpus: Corpus, call: PreparedCall, document: number): number {
  if (corpus.workspace.scored === call) return corpus.workspace.scores[document]!;
  return termHits(corpus, call, document).reduce((sum, { score }) => sum + score, 0);
}

/**
 * Whether any marked document shows a term of the call, by the term's place there. Runs through the term's documents:
 * a common term is found at once, and a rare one has few.
 */
export function showsTerm(corpus: Corpus, call: PreparedCall, place: number, marks: Uint8Array): boolean {
  return corpus.segments.some((segment, at) => {
    const { postingStarts, postingDocuments } = segment.arrays;
    const term = call.termNumbers(segment)[place]!;
    const base = corpus.documentBase[at]!;
    const end = term < 0 ? 0 : postingStarts[term + 1]!;
    for (let posting = term < 0 ? 0 : postingStarts[term]!; posting < end; posting += 1) {
      if (marks[base + postingDocuments[posting]!] === 1) return true;
    }
    return false;
  });
}

/** The terms of the call that one document shows; their scores add up to the document's. */
export function termHits(corpus: Corpus, call: PreparedCall, document: number): TermHit[] {
  const { segment, local } = corpus.locate(document);
  const { forwardStarts, forwardTerms, forwardImpacts } = corpus.segments[segment]!.arrays;
  const places = corpus.workspace.calls.of(call, segment);
  const hits: TermHit[] = [];
  for (let at = forwardStarts[local]!; at < forwardStarts[local + 1]!; at += 1) {
    const term = places[forwardTerms[at]!]! - 1;
    if (term >= 0) hits.push({ term, score: call.weights[term]! * forwardImpacts[at]! });
  }
  return hits;
}

/**
 * The scale of a call's scores: half what the best documents of the open evidence reach, on average, and half how much
 * the call says. By the first alone the best of a call that nobody answers would look as good as any; by the second
 * alone a long call would have no good answer. A floor keeps short calls from making everybody strong.
 *
 * Only documents of the first segment count, dated and admitted as for the call: private evidence never moves a
 * public score.
 */
export function scaleOf(corpus: Corpus, call: PreparedCall, scores: Int32Array): Scale {
  const { breadth, leastBreadth, noise, ownBreadth, ownNoise } = corpus.model.fit;
  const mean = bestMean(corpus, call, scores);
  const squares = call.own.reduce((sum, place) => sum + call.weights[place]! ** 2, 0);
  const unsaid = Math.max(0, corpus.model.fit.fewestTerms - call.own.length) * fullWeight ** 2;
  const said = (mean + breadth * fullImpact * Math.sqrt(squares)) / 2;
  const whole = fullImpact * Math.sqrt(squares + unsaid);
  const full = Math.max(said, leastBreadth * whole);
  const reached = Math.max(mean, 1);
  return { full, least: noise * reached, ownFull: ownBreadth * whole, ownLeast: ownNoise * reached };
}

/** Mean score of the best documents of the open evidence; 0 where none answers. */
function bestMean(corpus: Corpus, call: PreparedCall, scores: Int32Array): number {
  const { referenceItems } = corpus.model.fit;
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
  return best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length);
}

function insertDescending(values: number[], value: number, most: number): void {
  let at = values.length;
  while (at > 0 && (values[at - 1] ?? 0) < value) at -= 1;
  values.splice(at, 0, value);
  if (values.length > most) values.pop();
}
