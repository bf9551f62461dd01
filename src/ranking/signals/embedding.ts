/**
 * Likeness by meaning, from vectors that a provider made of texts: never needed, and added to a score only where the call
 * and the evidence both have one.
 */

/** Vectors of the documents of one segment, by their numbers: unit length times 127, rounded; all zero: none. */
export interface VectorTable {
  readonly dimensions: number;
  /** documents × dimensions */
  readonly vectors: Int8Array;
}

/** Between which similarities likeness runs from 0 to 1. */
export interface LikenessScale {
  readonly least: number;
  readonly most: number;
}

/** The greatest part of a quantised unit vector. */
const full = 127;

/**
 * A vector in 8 bits a part, of unit length: the dot product of two is their cosine times 127².
 *
 * @returns null where it points nowhere
 */
export function quantisedVector(vector: Float32Array): Int8Array | null {
  let squares = 0;
  for (const part of vector) squares += part * part;
  const length = Math.sqrt(squares);
  if (!(length > 0) || !Number.isFinite(length)) return null;
  return Int8Array.from(vector, (part) => Math.round((part / length) * full));
}

/**
 * How like the call each document is: the cosine of their vectors, 0 where it has none or points away.
 *
 * Whole numbers are added up, so the sum is the same on every machine.
 *
 * @throws {RangeError} vectors of different lengths
 */
export function similarities({ dimensions, vectors }: VectorTable, call: Int8Array): Float32Array {
  if (call.length !== dimensions)
    throw new RangeError(`the call's vector has ${call.length} parts, the evidence's ${dimensions}`);
  const found = new Float32Array(vectors.length / dimensions);
  for (let document = 0; document < found.length; document += 1) {
    const base = document * dimensions;
    let sum = 0;
    for (let part = 0; part < dimensions; part += 1) sum += vectors[base + part]! * call[part]!;
    found[document] = Math.max(0, sum) / (full * full);
  }
  return found;
}

/**
 * Min–max over the documents of the open evidence that come closest: the best is 1, and what is not among the first
 * `among` is 0. Cosines of one model lie close together, so a scale over all of them would tell nobody apart.
 *
 * @param admitted by document, 1 where it counts for the call
 * @returns null where fewer than two documents have a likeness, or all the same: then the signal says nothing
 */
export function likenessScale(open: Float32Array, admitted: Uint8Array, among: number): LikenessScale | null {
  const counting = open.filter((value, document) => value > 0 && admitted[document] === 1).sort();
  const most = counting.at(-1);
  const least = counting.at(-Math.min(among, counting.length));
  if (most === undefined || least === undefined || most === least) return null;
  return { least, most };
}

/** From a similarity to [0, 1]. */
export function likeness(similarity: number, { least, most }: LikenessScale): number {
  return Math.min(1, Math.max(0, (similarity - least) / (most - least)));
}

/**
 * A score with likeness in it: the two by their shares. Who has no score gets none: likeness orders those whose words or
 * past work speak for them, it suggests nobody by itself.
 *
 * @param likenessOf null: no vector on either side, and the score stays what it is
 */
export function withLikeness(score: number, likenessOf: number | null, share: number): number {
  if (likenessOf === null || score === 0) return score;
  return Math.fround((1 - share) * score + share * likenessOf);
}
