/**
 * Likeness by meaning, from vectors that a provider made of texts: never needed, and added to a score only where the call
 * and the evidence both have one.
 */

import type { WrittenVector } from '../opportunity-text.js';
import type { VectorKind } from '../index/segment-format.js';

/** Vectors of the documents of one segment, by their numbers: unit length times 127, rounded; all zero: none. */
export interface VectorTable extends VectorKind {
  /** documents × dimensions */
  readonly vectors: Int8Array;
}

/** A vector of a call, and what made it. */
export interface CallVector {
  readonly model: string;
  readonly parts: Int8Array;
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
 * How like the call each of some documents is: the cosine of their vectors, 0 where it has none or points away.
 *
 * Whole numbers are added up, so the sum is the same on every machine.
 *
 * @throws {RangeError} vectors of different lengths
 */
export function similarities(table: VectorTable, call: Int8Array, documents: Uint32Array): Float32Array {
  return Float32Array.from(documents, (document) => similarity(table, document, call));
}

/** Whether a document has a vector at all: one of nothing but zeros is none. */
export function hasVector({ dimensions, vectors }: VectorTable, document: number): boolean {
  const base = document * dimensions;
  for (let part = 0; part < dimensions; part += 1) if (vectors[base + part] !== 0) return true;
  return false;
}

/**
 * How like the call one document is.
 *
 * @throws {RangeError} vectors of different lengths
 */
export function similarity({ dimensions, vectors }: VectorTable, document: number, call: Int8Array): number {
  if (call.length !== dimensions)
    throw new RangeError(`the call's vector has ${call.length} parts, the evidence's ${dimensions}`);
  const base = document * dimensions;
  let sum = 0;
  for (let part = 0; part < dimensions; part += 1) sum += vectors[base + part]! * call[part]!;
  return Math.fround(Math.max(0, sum) / (full * full));
}

/**
 * Min–max over the documents of the open evidence that come closest: the best is 1, and what is not among the first
 * `among` is 0. Cosines of one model lie close together, so a scale over all of them would tell nobody apart.
 *
 * @param open similarities of documents that count for the call
 * @returns null where fewer than two documents have a likeness, or all the same: then the signal says nothing
 */
export function likenessScale(open: Float32Array, among: number): LikenessScale | null {
  const counting = open.filter((value) => value > 0).sort();
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

/** A vector as it is written down; base64, because nearly every part would take three digits. */
export function writtenVector(model: string, parts: Int8Array): WrittenVector {
  const bytes = new Uint8Array(parts.buffer, parts.byteOffset, parts.length);
  return { model, parts: btoa(String.fromCharCode(...bytes)) };
}

/** @returns null where there is none, or it points nowhere */
export function readVector(written: WrittenVector | null): CallVector | null {
  if (written === null || written.parts === '') return null;
  const parts = Int8Array.from(atob(written.parts), (byte) => (byte.charCodeAt(0) << 24) >> 24);
  return parts.some((part) => part !== 0) ? { model: written.model, parts } : null;
}
