import {
  openSegment,
  readVector,
  writtenVector,
  type OpportunityText,
  type Segment,
  type SegmentBuilder,
} from '../../ranking/index.js';
import type { ReadCall } from '../snapshots/part-contents.js';
import { meantBy, type TextVectors } from './text-vectors.js';

/** A text of the evidence that may have a vector. */
export interface MeantText {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** Texts sent between two looks at what came back. */
const atATime = 512;

/**
 * Gives the documents of a segment their vectors: those of the segment before, where the text is the same and the provider
 * too, and new ones for the others.
 *
 * @param before bytes of the newest segment of the same audience; null: there is none
 * @returns how many have none, because the provider did not answer
 */
export async function addVectors(
  builder: SegmentBuilder,
  texts: readonly MeantText[],
  vectors: TextVectors,
  before: Uint8Array | null,
): Promise<number> {
  const { model } = vectors;
  if (model === null) return 0;
  const known = before === null ? new Map<string, Int8Array>() : vectorsIn(openSegment(before), model);
  const asked: MeantText[] = [];
  for (const text of texts) {
    const vector = known.get(keyOf(text));
    if (vector === undefined) asked.push(text);
    else builder.addVector(text.id, model, vector);
  }
  let missing = 0;
  for (let from = 0; from < asked.length; from += atATime) {
    const some = asked.slice(from, from + atATime);
    const found = await vectors.of(some.map(({ text }) => text));
    some.forEach(({ id }, at) => {
      const vector = found[at] ?? null;
      if (vector === null) missing += 1;
      else builder.addVector(id, model, vector);
    });
  }
  return missing;
}

const keyOf = ({ id, version }: Pick<MeantText, 'id' | 'version'>): string => `${id} ${String(version)}`;

function vectorsIn(
  { vectors, documents, documentCount, arrays }: Segment,
  model: string,
): Map<string, Int8Array> {
  const found = new Map<string, Int8Array>();
  if (vectors?.model !== model) return found;
  const { dimensions } = vectors;
  for (let at = 0; at < documentCount; at += 1) {
    const parts = vectors.vectors.slice(at * dimensions, (at + 1) * dimensions);
    const version = arrays.documentVersions[at] ?? 0;
    if (parts.some((part) => part !== 0)) found.set(keyOf({ id: documents.at(at), version }), parts);
  }
  return found;
}

/**
 * Calls with their vectors, those of the same version taken from before. One for which the provider did not answer has
 * none, and is asked about again the next time.
 */
export async function withVectors(
  calls: readonly ReadCall[],
  vectors: TextVectors,
  before: readonly ReadCall[],
): Promise<readonly ReadCall[]> {
  const { model } = vectors;
  if (model === null) return calls;
  const known = new Map(before.map(({ text, version }) => [keyOf({ id: text.id, version }), text.vector]));
  const told = calls.map((call) => {
    const vector = known.get(keyOf({ id: call.text.id, version: call.version }));
    return vector?.model === model && readVector(vector) !== null ? withVector(call, vector) : call;
  });
  const asked = told.filter(({ text }) => !text.vector);
  const found = await vectors.of(asked.map(({ text }) => meantBy(text)));
  const made = new Map(
    asked.map(({ text: { id } }, at) => {
      const vector = found[at] ?? null;
      return [id, vector && writtenVector(model, vector)] as const;
    }),
  );
  return told.map((call) => (call.text.vector ? call : withVector(call, made.get(call.text.id) ?? null)));
}

const withVector = (call: ReadCall, vector: OpportunityText['vector']): ReadCall =>
  vector ? { ...call, text: { ...call.text, vector } } : call;
