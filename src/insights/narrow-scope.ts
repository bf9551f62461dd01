import type { Scope } from '../platform/database/scope.js';

/**
 * What the asker may read of just these clusters: a page or a file leaves the house, so it holds no more than its
 * readers may know. Whoever sees identities in every cluster reads as an officer of these would.
 */
export function narrowScope(asker: Scope, clusters: readonly string[]): Scope {
  return {
    ...asker,
    role: asker.role === 'operator' || asker.role === 'system' ? 'officer' : asker.role,
    clusters: clusters.filter((id) => asker.clusters.includes(id)),
  };
}
