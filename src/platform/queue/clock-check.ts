import type { Clock } from '../clock/clock.js';

/** A clock this far from the database's takes no jobs, in milliseconds. */
export const maxSkewMs = 2_000;

/**
 * Our clock minus another one, in milliseconds: measured against the middle of the time the question took, so that
 * a slow answer does not look like a wrong clock.
 */
export async function skewAgainst(clock: Clock, ask: () => Promise<number>): Promise<number> {
  const before = clock.now().getTime();
  const theirs = await ask();
  const after = clock.now().getTime();
  return (before + after) / 2 - theirs;
}

/** The larger of several differences, with its sign. */
export function worstSkew(skews: readonly number[]): number {
  return skews.reduce((worst, skew) => (Math.abs(skew) > Math.abs(worst) ? skew : worst), 0);
}
