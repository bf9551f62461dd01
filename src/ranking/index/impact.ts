/** The three parts of a document, in the order of all triples here. */
export type FieldTriple = readonly [title: number, keywords: number, body: number];

/**
 * BM25F: how strongly a document shows a term, before the term's rarity.
 *
 * Every field is brought to the length of an average one, weighed, and added up; then one saturation, so that ten
 * repetitions say little more than three. Fitted on the learning window (docs/evaluation.md), within the usual ranges.
 */
export const bm25f = {
  weights: [3, 2, 1] as FieldTriple,
  /** how much length counts: a title of twenty words is not a longer title in the sense a body is */
  lengthNormalisation: [0.4, 0.4, 0.7] as FieldTriple,
  /** occurrences, in an average body, at which half of the strength is reached */
  saturation: 2,
};

/** The strongest impact that can be stored. */
export const fullImpact = 255;

/**
 * @param counts occurrences in each field
 * @param lengths of each field of this document, in words that carry meaning
 * @param averages the same of the open evidence; a field nobody fills has average 0
 * @returns a whole number from 1 to 255; every occurrence shows, however long the text
 */
export function impact(counts: FieldTriple, lengths: FieldTriple, averages: FieldTriple): number {
  let strength = 0;
  for (let field = 0; field < 3; field += 1) {
    const count = counts[field] ?? 0;
    if (count === 0) continue;
    const b = bm25f.lengthNormalisation[field] ?? 0;
    const average = averages[field] ?? 0;
    const relative = average > 0 ? (lengths[field] ?? 0) / average : 1;
    strength += ((bm25f.weights[field] ?? 0) * count) / (1 - b + b * relative);
  }
  return Math.max(1, Math.round((fullImpact * strength) / (strength + bm25f.saturation)));
}
