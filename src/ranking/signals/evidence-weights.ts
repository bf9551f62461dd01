import { documentStates, documentTypes } from '../corpus-document.js';
import type { Corpus } from '../corpus.js';
import { notStated, yearsBetween } from '../index/calendar.js';
import type { Day } from '../index/calendar.js';
import type { EvidenceWeights } from '../model.js';

/**
 * What each document of the corpus counts before its words are read: source, state and age together, in [0, 1].
 *
 * A document dated after `asOf` counts 0, as does a superseded one. One without a date counts and does not age: not
 * knowing when is no reason to think it old.
 *
 * @param superseded by document, 1 where a later one stands for it
 */
export function evidenceWeights(
  corpus: Corpus,
  asOf: Day,
  superseded: Uint8Array = corpus.superseded,
): Float64Array {
  const model = corpus.model.evidence;
  const result = new Float64Array(corpus.documentCount);
  corpus.segments.forEach(({ arrays, documentCount }, place) => {
    const base = corpus.documentBase[place] ?? 0;
    for (let local = 0; local < documentCount; local += 1) {
      const day = arrays.documentDays[local] ?? notStated;
      if (superseded[base + local] === 1 || day > asOf) continue;
      const type = documentTypes[arrays.documentTypes[local] ?? 0] ?? 'result';
      const state = documentStates[arrays.documentStates[local] ?? 0] ?? 'unconfirmed';
      result[base + local] = model.types[type] * model.states[state] * ageWeight(day, asOf, model);
    }
  });
  return result;
}

function ageWeight(day: Day, asOf: Day, { halfLifeYears, neverFades }: EvidenceWeights): number {
  if (day === notStated) return 1;
  return neverFades + (1 - neverFades) * 0.5 ** (yearsBetween(day, asOf) / halfLifeYears);
}

/**
 * What a stated TRL range takes from a document: nothing where it meets the call's, or where either is not stated.
 *
 * @param from, to of the document; 0 is not stated
 */
export function trlWeight(
  from: number,
  to: number,
  asked: { readonly from: number | null; readonly to: number | null },
  model: EvidenceWeights,
): number {
  if ((from === 0 && to === 0) || (asked.from === null && asked.to === null)) return 1;
  const low = from || to;
  const high = to || from;
  const askedLow = asked.from ?? asked.to ?? low;
  const askedHigh = asked.to ?? asked.from ?? high;
  return low <= askedHigh && high >= askedLow ? 1 : model.otherTrl;
}
