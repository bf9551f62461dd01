/** One place of a list: a figure of it, and whether it came true. */
export interface Observation {
  readonly value: number;
  readonly came: boolean;
}

/** How often what a figure stands for comes true: straight lines between knots, level outside. Never falls. */
export interface Curve {
  /** ascending */
  readonly values: readonly number[];
  /** in [0, 1], never falling, as many */
  readonly chances: readonly number[];
}

/** Parts of equal size before neighbours that fall are put together; fewer where there are few observations. */
const mostParts = 16;
const leastPerPart = 150;

/**
 * Isotonic regression over parts of equal size: a higher figure never means less.
 *
 * @returns a curve at the mean where there are too few observations to tell more
 */
export function fitCurve(observations: readonly Observation[]): Curve {
  const sorted = [...observations].sort((a, b) => a.value - b.value || Number(a.came) - Number(b.came));
  const count = Math.max(1, Math.min(mostParts, Math.floor(sorted.length / leastPerPart)));
  const merged: Part[] = [];
  for (let part = 0; part < count; part += 1) {
    const from = Math.floor((part * sorted.length) / count);
    merged.push(partOf(sorted.slice(from, Math.floor(((part + 1) * sorted.length) / count))));
    while (merged.length > 1 && chanceOf(merged.at(-2)!) >= chanceOf(merged.at(-1)!)) {
      const last = merged.pop()!;
      const before = merged.pop()!;
      merged.push({
        size: before.size + last.size,
        values: before.values + last.values,
        came: before.came + last.came,
      });
    }
  }
  return {
    values: merged.map(({ values, size }) => short(values / Math.max(1, size))),
    chances: merged.map((part) => short(chanceOf(part))),
  };
}

/** Sums over the observations of a part. */
interface Part {
  readonly size: number;
  readonly values: number;
  readonly came: number;
}

const partOf = (observations: readonly Observation[]): Part => ({
  size: observations.length,
  values: observations.reduce((sum, { value }) => sum + value, 0),
  came: observations.filter(({ came }) => came).length,
});

const chanceOf = ({ came, size }: Part): number => came / Math.max(1, size);

/** Four digits that count are more than any sample knows. */
const short = (value: number): number => Number(value.toPrecision(4));

export function chanceAt({ values, chances }: Curve, value: number): number {
  const after = values.findIndex((knot) => knot >= value);
  if (after === -1) return chances.at(-1) ?? 0;
  if (after === 0) return chances[0] ?? 0;
  const from = values[after - 1]!;
  const share = (value - from) / (values[after]! - from);
  return chances[after - 1]! + share * (chances[after]! - chances[after - 1]!);
}

/** The least figure at which the chance is reached; null where it never is. */
export function valueAt({ values, chances }: Curve, chance: number): number | null {
  const after = chances.findIndex((knot) => knot >= chance);
  if (after === -1) return null;
  if (after === 0) return values[0] ?? null;
  const from = chances[after - 1]!;
  const share = (chance - from) / (chances[after]! - from);
  return short(values[after - 1]! + share * (values[after]! - values[after - 1]!));
}
