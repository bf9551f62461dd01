import type { Corpus } from '../corpus.js';
import type { PreparedCall } from '../query/prepared-call.js';
import { hasVector, likeness, likenessScale, similarities, similarity } from './embedding.js';
import type { CallVector, LikenessScale, VectorTable } from './embedding.js';

/** How close the evidence of one organisation comes to a call. */
export interface Meaning {
  /** of its closest item, source, state and age counted; in [0, 1] */
  readonly likeness: number;
  /** its number in the corpus */
  readonly document: number;
}

/**
 * The closest of what an organisation holds, by the vectors of a provider.
 *
 * @param admitted by document, 1 where it may count for the call
 * @returns null where the call has no vector, its provider is not that of the evidence, or none of the evidence has one
 */
export function meaningOf(
  corpus: Corpus,
  call: PreparedCall,
  ordinal: number,
  admitted: Uint8Array,
): Meaning | null {
  const vector = call.vector;
  if (vector === null) return null;
  const open = corpus.segments[0];
  if (open === undefined) return null;
  const scale = call.likenessScale(open, () => scaleIn(corpus, call, vector));
  if (scale === null) return null;
  const { weights } = corpus.on(call.asOf);
  let closest: Meaning | null = null;
  for (const { document } of corpus.held(ordinal)) {
    if (admitted[document] === 0) continue;
    const { segment, local } = corpus.locate(document);
    const table = comparable(corpus.segments[segment]?.vectors ?? null, vector);
    if (table === null || !hasVector(table, local)) continue;
    const found = likeness(similarity(table, local, vector.parts), scale) * (weights[document] ?? 0);
    if (closest === null || found > closest.likeness) closest = { likeness: found, document };
  }
  return closest;
}

/** Vectors of another provider, or of another length, say nothing about these. */
const comparable = (table: VectorTable | null, { model, parts }: CallVector): VectorTable | null =>
  table !== null && table.model === model && table.dimensions === parts.length ? table : null;

/** From a sample of the open evidence, evenly taken: the same for every list a call stands in. */
function scaleIn(corpus: Corpus, call: PreparedCall, vector: CallVector): LikenessScale | null {
  const open = corpus.segments[0];
  const table = comparable(open?.vectors ?? null, vector);
  if (open === undefined || table === null) return null;
  const { sampled, among } = corpus.model.meaning;
  const step = Math.max(1, Math.ceil(open.documentCount / sampled));
  const { openWeights } = corpus.on(call.asOf);
  const counts = (_: number, at: number): boolean => at % step === 0 && openWeights[at]! > 0;
  const places = Uint32Array.from({ length: open.documentCount }, (_, at) => at).filter(counts);
  return likenessScale(similarities(table, vector.parts, places), among);
}
