import type { Demands } from '../../eligibility/index.js';
import type { Minimum } from './assembly-problem.js';

/**
 * What the rules of a call ask for, as minima; the check decides all the same.
 *
 * @param ids of the candidates that the demands were asked for, in their order
 */
export function ruleMinima({ minima }: Demands, ids: readonly string[]): Minimum[] {
  return minima.map(({ count, kinds }) => ({
    id: 'eligibility',
    count,
    kinds: new Map(
      ids.flatMap((id, at) => {
        const kind = kinds[at] ?? null;
        return kind === null ? [] : [[id, kind] as const];
      }),
    ),
  }));
}
