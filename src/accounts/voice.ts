import type { Scope } from '../platform/database/scope.js';

/** Who says or keeps something: a person, on behalf of a cluster or of an organisation. */
export interface Voice {
  /** id of the user */
  readonly actor: string;
  readonly side: 'cluster' | 'organisation';
  /** id of that cluster or organisation */
  readonly sideId: string;
}

/** On whose behalf a scope speaks; null where it is on nobody's: the service itself, and its operator. */
export function voiceOf({ role, clusters, organisation, user }: Scope): Voice | null {
  if (user === undefined || serving.has(role)) return null;
  const [cluster] = clusters;
  if (role === 'officer' && cluster !== undefined) return { actor: user, side: 'cluster', sideId: cluster };
  return organisation === undefined ? null : { actor: user, side: 'organisation', sideId: organisation };
}

const serving: ReadonlySet<string> = new Set(['operator', 'system']);
