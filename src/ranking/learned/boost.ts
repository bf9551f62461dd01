import { Bins } from './bins.js';
import { growTree } from './grow-tree.js';
import type { Trees } from './trees.js';
import { sumOfTrees } from './trees.js';

/** Rows of many lists, one list after the other. */
export interface Lists {
  readonly features: readonly string[];
  /** row by row, `features.length` values each */
  readonly values: Float32Array;
  /** 1: belongs in the list */
  readonly relevant: Uint8Array;
  /** where each list starts, and the end of the last */
  readonly starts: Uint32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  /** (0, 1]; what is kept of each tree's step */
  readonly rate: number;
  readonly leastRows: number;
  /** > 0; pulls leaves of few rows to 0 */
  readonly shrinkage: number;
  /** pairs are compared where one of them stands this high */
  readonly depth: number;
  /** names of features that can only raise a score */
  readonly rising: ReadonlySet<string>;
}

/**
 * Fits trees to lists by LambdaMART: each pair of a row that belongs and one that does not pushes the two apart, by
 * what swapping them would change in nDCG. No chance in it: the same lists give the same trees.
 *
 * @see Burges, "From RankNet to LambdaRank to LambdaMART: an overview", 2010
 */
export function boost(lists: Lists, options: BoostOptions): Trees {
  const width = lists.features.length;
  const bins = new Bins(lists.values, width);
  const scores = new Float64Array(lists.relevant.length);
  const gradients = new Float64Array(scores.length);
  const curvatures = new Float64Array(scores.length);
  const rising = lists.features.map((name) => options.rising.has(name));
  const trees: number[][] = [];
  for (let round = 0; round < options.trees; round += 1) {
    pushApart(lists, scores, { gradients, curvatures, depth: options.depth });
    const tree = growTree({ bins, gradients, curvatures }, { ...options, rising });
    trees.push(tree);
    addTree({ features: lists.features, trees: [tree] }, lists.values, scores);
  }
  return { features: lists.features, trees };
}

function addTree(tree: Trees, values: Float32Array, scores: Float64Array): void {
  const width = tree.features.length;
  const row = new Float64Array(width);
  for (let at = 0; at < scores.length; at += 1) {
    for (let feature = 0; feature < width; feature += 1) row[feature] = values[at * width + feature]!;
    scores[at]! += sumOfTrees(tree, row);
  }
}

interface Push {
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  readonly depth: number;
}

function pushApart({ relevant, starts }: Lists, scores: Float64Array, push: Push): void {
  push.gradients.fill(0);
  push.curvatures.fill(0);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    pushList(relevant, scores, push, { from: starts[list]!, to: starts[list + 1]! });
  }
}

function pushList(
  relevant: Uint8Array,
  scores: Float64Array,
  { gradients, curvatures, depth }: Push,
  { from, to }: { from: number; to: number },
): void {
  const order = Array.from({ length: to - from }, (_, at) => from + at).sort(
    (a, b) => scores[b]! - scores[a]! || a - b,
  );
  const hits = order.flatMap((row, place) => (relevant[row] === 1 ? [place] : []));
  let ideal = 0;
  for (let place = 0; place < Math.min(hits.length, depth); place += 1) ideal += discount(place);
  for (const high of hits) {
    for (let low = 0; low < order.length; low += 1) {
      if (relevant[order[low]!] === 1 || (high >= depth && low >= depth)) continue;
      const winner = order[high]!;
      const loser = order[low]!;
      const gap = scores[winner]! - scores[loser]!;
      const wrong = 1 / (1 + Math.exp(gap));
      const change = Math.abs(discount(high) - discount(low)) / ideal / (0.01 + Math.abs(gap));
      gradients[winner]! += wrong * change;
      gradients[loser]! -= wrong * change;
      curvatures[winner]! += wrong * (1 - wrong) * change;
      curvatures[loser]! += wrong * (1 - wrong) * change;
    }
  }
}

const discounts = Float64Array.from({ length: 4096 }, (_, place) => 1 / Math.log2(place + 2));
const discount = (place: number): number => discounts[place] ?? 1 / Math.log2(place + 2);
