import type { DocumentNode, ExplanationNode, Reasons } from '../../ranking/index.js';

/** How many evidence items people are shown; the others are summed up. */
export const shownItems = 3;

/**
 * Every evidence item of a tree once, with all that it added by words and by concepts, the weightiest first. Of an item
 * that stands in several places, the weightiest node.
 */
export function documentsByWeight(tree: ExplanationNode): [DocumentNode, number][] {
  const values = new Map<string, [DocumentNode, number]>();
  for (const node of walk(tree)) {
    if (node.kind !== 'document') continue;
    const known = values.get(node.document.id);
    if (!known) values.set(node.document.id, [node, node.value]);
    else
      values.set(node.document.id, [known[0].value >= node.value ? known[0] : node, known[1] + node.value]);
  }
  return [...values.values()].sort(
    ([a, left], [b, right]) => right - left || Number(a.document.id > b.document.id) - 0.5,
  );
}

/** A document's own parts are read through it, so the walk does not go into one. */
export function* walk(node: ExplanationNode): Generator<ExplanationNode> {
  yield node;
  if (node.kind === 'group') for (const part of node.parts) yield* walk(part);
}

/** The same tree without the parts of items that are not shown: most of it, which need not leave the thread. */
export function shownReasons<Given extends Reasons>(reasons: Given): Given {
  const shown = new Set(
    documentsByWeight(reasons.tree)
      .slice(0, shownItems)
      .map(([node]) => node),
  );
  const pruned = (node: ExplanationNode): ExplanationNode => {
    if (node.kind === 'group') return { ...node, parts: node.parts.map(pruned) };
    return node.kind === 'document' && !shown.has(node) ? { ...node, parts: [] } : node;
  };
  return { ...reasons, tree: pruned(reasons.tree) };
}

/** A ranking as it leaves the thread. */
export function shownRanking<
  Place extends { readonly reasons: Reasons | null },
  Ranking extends { readonly results: readonly Place[] },
>(ranking: Ranking): Ranking {
  const results = ranking.results.map((place) => ({
    ...place,
    reasons: place.reasons && shownReasons(place.reasons),
  }));
  return { ...ranking, results };
}
