/** The same thing done by somebody else, or by us in a simpler way, measured in the same run. */
export interface Peer {
  readonly name: string;
  readonly value: number;
}

/** One measured figure. */
export interface Figure {
  /** what was measured, with its size: `suggest over 28,000 organisations, p99` */
  readonly name: string;
  readonly value: number;
  /** `ms`, `s`, `MB`, `1/s`; the same for the peer */
  readonly unit: string;
  readonly peer?: Peer;
}

/**
 * What a file `bench/<name>.ts` exports as `bench`: measures, and reports each figure once it has it.
 *
 * Inputs that are not in the repository (open data) may be absent; then it reports nothing and returns the reason.
 */
export type Bench = (report: (figure: Figure) => void) => Promise<void | { readonly skipped: string }>;

/**
 * The value below which a share of the measurements lies (nearest rank).
 *
 * @param share in (0, 1]: 0.5 the median, 0.99 the p99
 * @throws {RangeError} `values` is empty
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('percentile of no measurements');
  return value;
}
