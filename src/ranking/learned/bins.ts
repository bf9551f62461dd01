/** Most values one feature is told apart by. */
const mostBins = 64;

/** Values as small numbers: how trees are grown fast. Bin b holds what is at or below `edges[b]` and above the one before. */
export class Bins {
  readonly rows: number;
  /** by feature, ascending */
  readonly edges: readonly Float64Array[];
  /** by feature, then by row */
  readonly codes: readonly Uint8Array[];

  constructor(
    values: Float32Array,
    readonly width: number,
  ) {
    this.rows = values.length / width;
    const columns = Array.from({ length: width }, (_, feature) => {
      const column = new Float32Array(this.rows);
      for (let row = 0; row < this.rows; row += 1) column[row] = values[row * width + feature]!;
      return column;
    });
    this.edges = columns.map(edgesOf);
    this.codes = columns.map((column, feature) => codesOf(column, this.edges[feature]!));
  }
}

/** Distinct quantiles of the non-zero values beside zero: most features are zero for most rows. */
function edgesOf(column: Float32Array): Float64Array {
  const sorted = column.filter((value) => value !== 0).sort();
  const edges = new Set<number>(column.includes(0) ? [0] : []);
  for (let bin = 1; bin < mostBins - 1; bin += 1) {
    const value = sorted[Math.floor((bin * sorted.length) / (mostBins - 1))];
    if (value !== undefined) edges.add(rounded(value));
  }
  return Float64Array.from(edges).sort();
}

/** Five figures: short enough to be read in a file, and what the rows are compared with from then on. */
const rounded = (value: number): number => Number(value.toPrecision(5));

function codesOf(column: Float32Array, edges: Float64Array): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (edges[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
