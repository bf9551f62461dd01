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

/** The same node with another value; its parts keep their proportions. */
export function toValue(node: ExplanationNode, value: number): ExplanationNode {
  if (!('parts' in node)) return { ...node, value };
  if (node.parts.length === 0) return { ...node, value };
  const before = node.parts.reduce((sum, part) => sum + part.value, 0);
  const parts = node.parts.map((part, at) =>
    toValue(part, before === 0 ? (at === 0 ? value : 0) : (part.value / before) * value),
  );
  return { ...node, value, parts };
}
