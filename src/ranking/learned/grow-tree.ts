import type { Bins } from './bins.js';

export interface GrowOptions {
  readonly leaves: number;
  readonly rate: number;
  readonly leastRows: number;
  readonly shrinkage: number;
  /** by feature: a greater value may not lower the outcome */
  readonly rising: readonly boolean[];
}

/** Where the rows are to be pushed, and how surely. */
export interface Slopes {
  readonly bins: Bins;
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  /** the last bin that goes left */
  readonly bin: number;
  readonly left: number;
  readonly right: number;
}

interface Node {
  readonly rows: Uint32Array;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  split: Split | null;
  children: readonly [Node, Node] | null;
}

/**
 * One regression tree, the best leaf first: splits where gradients part best, by second-order gain. A feature that
 * rises bounds what stands on either side of its splits, so that the whole tree rises with it.
 *
 * @returns the tree as `Trees` holds it
 */
export function growTree(slopes: Slopes, options: GrowOptions): number[] {
  const { bins, gradients, curvatures } = slopes;
  const make = (rows: Uint32Array, low: number, high: number): Node => {
    const [g, h] = totals(rows, gradients, curvatures);
    const value = clamp(g / (h + options.shrinkage), low, high);
    return { rows, low, high, value, split: null, children: null };
  };
  const root = make(
    Uint32Array.from({ length: bins.rows }, (_, row) => row),
    -Infinity,
    Infinity,
  );
  const open = [root];
  root.split = bestSplit(root, slopes, options);
  for (let leaves = 1; leaves < options.leaves; leaves += 1) {
    const best = open.reduce((found, node) =>
      (node.split?.gain ?? 0) > (found.split?.gain ?? 0) ? node : found,
    );
    if (best.split === null) break;
    const { feature, bin, left, right } = best.split;
    const middle = (left + right) / 2;
    const bounded = options.rising[feature] === true;
    const [below, above] = parted(best.rows, bins.codes[feature]!, bin);
    const children = [
      make(below, best.low, bounded ? Math.min(best.high, middle) : best.high),
      make(above, bounded ? Math.max(best.low, middle) : best.low, best.high),
    ] as const;
    best.children = children;
    open.splice(open.indexOf(best), 1, ...children);
    for (const child of children) child.split = bestSplit(child, slopes, options);
  }
  const triples: number[] = [];
  write(root, bins, options.rate, triples);
  return triples;
}

function totals(rows: Uint32Array, gradients: Float64Array, curvatures: Float64Array): [number, number] {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += gradients[row]!;
    h += curvatures[row]!;
  }
  return [g, h];
}

function bestSplit(
  node: Node,
  { bins, gradients, curvatures }: Slopes,
  { leastRows, shrinkage, rising }: GrowOptions,
): Split | null {
  if (node.rows.length < 2 * leastRows) return null;
  const [g, h] = totals(node.rows, gradients, curvatures);
  let best: Split | null = null;
  for (let feature = 0; feature < bins.width; feature += 1) {
    const held = histogram(node.rows, bins.codes[feature]!, gradients, curvatures);
    let gl = 0;
    let hl = 0;
    let count = 0;
    for (let bin = 0; bin + 1 <= bins.edges[feature]!.length; bin += 1) {
      gl += held.g[bin]!;
      hl += held.h[bin]!;
      count += held.n[bin]!;
      if (count < leastRows || node.rows.length - count < leastRows) continue;
      const left = clamp(gl / (hl + shrinkage), node.low, node.high);
      const right = clamp((g - gl) / (h - hl + shrinkage), node.low, node.high);
      if (rising[feature] === true && left > right) continue;
      const gain =
        (gl * gl) / (hl + shrinkage) + (g - gl) ** 2 / (h - hl + shrinkage) - (g * g) / (h + shrinkage);
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin, left, right };
    }
  }
  return best;
}

const sums = { g: new Float64Array(256), h: new Float64Array(256), n: new Uint32Array(256) };

function histogram(
  rows: Uint32Array,
  codes: Uint8Array,
  gradients: Float64Array,
  curvatures: Float64Array,
): typeof sums {
  const { g, h, n } = sums;
  g.fill(0);
  h.fill(0);
  n.fill(0);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const code = codes[row]!;
    g[code]! += gradients[row]!;
    h[code]! += curvatures[row]!;
    n[code]! += 1;
  }
  return sums;
}

function parted(rows: Uint32Array, codes: Uint8Array, bin: number): [Uint32Array, Uint32Array] {
  return [rows.filter((row) => codes[row]! <= bin), rows.filter((row) => codes[row]! > bin)];
}

/** Appends a node and what hangs on it; thresholds and values with few figures, so that the file can be read. */
function write(node: Node, bins: Bins, rate: number, triples: number[]): void {
  if (node.children === null || node.split === null) {
    triples.push(-1, Number((node.value * rate).toPrecision(5)), 0);
    return;
  }
  const at = triples.length;
  triples.push(node.split.feature, bins.edges[node.split.feature]![node.split.bin]!, 0);
  write(node.children[0], bins, rate, triples);
  triples[at + 2] = triples.length / 3;
  write(node.children[1], bins, rate, triples);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
