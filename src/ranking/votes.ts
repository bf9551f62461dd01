import type { Corpus } from './corpus.js';
import type { PreparedCall, Scale } from './query/prepared-call.js';
import { itemValue, leastOf, roleWeights, textFit } from './signals/fit.js';
import { scaleOf, scoreDocuments } from './signals/text.js';

/**
 * The text fit of every organisation that some evidence speaks for: scores all documents for a call and gathers each
 * one's value at its holders.
 *
 * @param visit called once per organisation, in no special order, with a fit above 0
 */
export function forEachFit(
  corpus: Corpus,
  call: PreparedCall,
  visit: (ordinal: number, fit: number) => void,
): void {
  if (call.terms.length === 0) return;
  const scores = scoreDocuments(corpus, call);
  const scale = call.scale(() => scaleOf(corpus, call, scores));
  gatherValues(corpus, call, scores, scale);
  const model = corpus.model.fit;
  corpus.workspace.votes.drain((ordinal, values) => visit(ordinal, textFit(values, model)));
}

function gatherValues(corpus: Corpus, call: PreparedCall, scores: Int32Array, scale: Scale): void {
  const { weights } = corpus.on(call.asOf);
  const { votes } = corpus.workspace;
  const roles = roleWeights(corpus.model);
  corpus.segments.forEach(({ arrays, documentCount }, place) => {
    const base = corpus.documentBase[place]!;
    const { documentTypes, holderStarts, holderOrganisations, holderRoles } = arrays;
    for (let local = 0; local < documentCount; local += 1) {
      const score = scores[base + local]!;
      if (score < leastOf(scale, documentTypes[local]!)) continue;
      const document = base + local;
      const { value } = itemValue(corpus, call, { document, score, weight: weights[document]! }, scale);
      if (value === 0) continue;
      for (let at = holderStarts[local]!; at < holderStarts[local + 1]!; at += 1) {
        votes.add(
          corpus.organisations.ordinal(place, holderOrganisations[at]!),
          value * roles[holderRoles[at]!]!,
        );
      }
    }
  });
}

/** The scale of a call that has not been scored yet: one pass over the documents. */
export function ensureScale(corpus: Corpus, call: PreparedCall): Scale {
  return call.scale(() => scaleOf(corpus, call, scoreDocuments(corpus, call)));
}
