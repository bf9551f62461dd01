/** A 95 % interval of a mean. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const resamples = 1000;

/**
 * Percentile bootstrap over queries: the mean of as many values drawn with replacement, a thousand times. The draws
 * are the same for the same number of values, so that two methods on the same queries can be compared.
 *
 * @throws {RangeError} `values` is empty
 */
export function bootstrap(values: readonly number[]): Interval {
  if (values.length === 0) throw new RangeError('no values to draw from');
  const draw = drawsOf(values.length);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) sum += values[draw()] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return { low: means[resamples * 0.025] ?? 0, high: means[resamples * 0.975 - 1] ?? 0 };
}

/** Whole numbers below `bound` from a fixed start: xorshift, 32 bits. */
function drawsOf(bound: number): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
