import type { Corpus } from './corpus.js';
import type { DocumentPointer, ExplanationNode, GroupNode, SignalName } from './explanation.js';

/** A group whose value is the sum of its parts; the weightiest come first. */
export function group(signal: SignalName | 'score' | 'rest', parts: readonly ExplanationNode[]): GroupNode {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return { kind: 'group', signal, value, parts: [...parts].sort((a, b) => b.value - a.value) };
}

/** Where the text of a document can be read. */
export function pointerTo(corpus: Corpus, document: number): DocumentPointer {
  const { segment, local } = corpus.locate(document);
  const { documents, arrays } = corpus.segments[segment]!;
  return { segment, id: documents.at(local), version: arrays.documentVersions[local] ?? 0 };
}
