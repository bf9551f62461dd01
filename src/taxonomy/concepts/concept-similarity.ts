import { conceptAncestors } from './concept-code.js';

/** How much a concept says, at least 0; see `conceptWeights`. */
export type ConceptWeight = (code: string) => number;

/**
 * How near two concepts are in the tree, in [0, 1]: twice the weight of the path they share over the weight of both
 * paths. With equal weights this is Wu and Palmer's measure, 2·depth(common) / (depth(a) + depth(b)).
 *
 * Weighing each step by how rare it is makes two organisations that share only "software" less alike than two that
 * share "computer vision". Equal codes are 1, codes of different branches 0.
 */
export function conceptSimilarity(a: string, b: string, weightOf: ConceptWeight = equalWeight): number {
  if (a === b) return 1;
  const pathOfA = [a, ...conceptAncestors(a)];
  const pathOfB = [b, ...conceptAncestors(b)];
  const shared = pathOfA.filter((code) => pathOfB.includes(code));
  const whole = total(pathOfA, weightOf) + total(pathOfB, weightOf);
  return whole === 0 ? 0 : (2 * total(shared, weightOf)) / whole;
}

/**
 * Inverse document frequency of each concept, `ln(1 + documents / holders)`, where a document that holds a concept holds
 * all above it, once. A concept that no document holds weighs as if one did.
 *
 * @param documents  the codes of each document, any depth, repeats allowed
 */
export function conceptWeights(documents: Iterable<readonly string[]>): ConceptWeight {
  const holders = new Map<string, number>();
  let count = 0;
  for (const codes of documents) {
    count += 1;
    const held = new Set(codes.flatMap((code) => [code, ...conceptAncestors(code)]));
    for (const code of held) holders.set(code, (holders.get(code) ?? 0) + 1);
  }
  return (code) => Math.log(1 + count / (holders.get(code) ?? 1));
}

function equalWeight(): number {
  return 1;
}

function total(codes: readonly string[], weightOf: ConceptWeight): number {
  return codes.reduce((sum, code) => sum + weightOf(code), 0);
}
