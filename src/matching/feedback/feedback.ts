import type { Scope } from '../../platform/database/scope.js';

/** `useful` keeps a suggestion and marks it; `not-for-us` takes it out of the lists of whoever says so. */
export const verdicts = ['useful', 'not-for-us'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a suggestion is not for us. */
export const feedbackReasons = [
  'wrong-topic',
  'wrong-role',
  'wrong-place',
  'too-early-or-late',
  'no-capacity',
  'known-and-declined',
  'other',
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** What somebody said of one suggestion: an organisation for an opportunity, whichever list it stood in. */
export interface Feedback {
  readonly opportunityId: string;
  readonly organisationId: string;
  readonly verdict: Verdict;
  /** null where none was given */
  readonly reason: FeedbackReason | null;
  /** in the words of whoever said it, for their own side alone */
  readonly note: string | null;
}

/** Who says it: a person, on behalf of a cluster or of an organisation. */
export interface Voice {
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
