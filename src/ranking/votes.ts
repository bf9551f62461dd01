import type { Corpus } from './corpus.js';
import type { PreparedCall, Scale } from './query/prepared-call.js';
import { itemValue, leastOf, roleWeights } from './signals/fit.js';
import { signedValue, textSums } from './signals/text-sums.js';
import type { TextSums } from './signals/text-sums.js';
import { scaleOf, scoreDocuments } from './signals/text.js';

/**
 * The text fit of every organisation that some evidence speaks for: scores all documents for a call and gathers each
 * one's value at its holders.
 *
 * @param visit called once per organisation, in no special order, with a sum above 0
 */
export function forEachFit(
  corpus: Corpus,
  call: PreparedCall,
  visit: (ordinal: number, text: TextSums) => void,
): void {
  if (call.size === 0) return;
  const scores = scoreDocuments(corpus, call);
  const scale = call.scale(() => scaleOf(corpus, call, scores));
  const { weights } = corpus.on(call.asOf);
  gatherValues(corpus, call, scores, { scale, weights, segments: corpus.segments.length });
  const model = corpus.model.fit;
  corpus.workspace.votes.drain((ordinal, values) => visit(ordinal, textSums(values, model)));
}

/** What is gathered: the documents of the first `segments`, each by its weight and the call's scale. */
interface Gathering {
  readonly scale: Scale;
  readonly weights: Float64Array;
  readonly segments: number;
}

function gatherValues(
  corpus: Corpus,
  call: PreparedCall,
  scores: Int32Array,
  { scale, weights, segments }: Gathering,
): void {
  const { votes } = corpus.workspace;
  const roles = roleWeights(corpus.model);
  corpus.segments.slice(0, segments).forEach(({ arrays, documentCount }, place) => {
    const base = corpus.documentBase[place]!;
    const { documentTypes, holderStarts, holderOrganisations, holderRoles } = arrays;
    for (let local = 0; local < documentCount; local += 1) {
      const score = scores[base + local]!;
      if (score < leastOf(scale, documentTypes[local]!)) continue;
      const document = base + local;
      const item = { document, score, weight: weights[document]! };
      const { value, unconfirmed } = itemValue(corpus, call, item, scale);
      if (value === 0) continue;
      for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
        votes.add(
          corpus.organisations.ordinal(place, holderOrganisations[at]!),
          signedValue(value, unconfirmed) * roles[holderRoles[at]!]!,
        );
      }
    }
  });
}

/** The scale of a call that has not been scored yet: one pass over the documents. */
export function ensureScale(corpus: Corpus, call: PreparedCall): Scale {
  return call.scale(() => scaleOf(corpus, call, scoreDocuments(corpus, call)));
}

/** The greatest sum that the open evidence gives anybody; private evidence never moves what others are measured by. */
export function bestOpenSum(corpus: Corpus, call: PreparedCall): number {
  return call.bestSum(() => {
    if (call.terms.length === 0) return 0;
    const scale = ensureScale(corpus, call);
    const weights = corpus.on(call.asOf).openWeights;
    gatherValues(corpus, call, scoreDocuments(corpus, call), { scale, weights, segments: 1 });
    let best = 0;
    corpus.workspace.votes.drain((_ordinal, values) => {
      best = Math.max(best, textSums(values, corpus.model.fit).sum);
    });
    return best;
  });
}
