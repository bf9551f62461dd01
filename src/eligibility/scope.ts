import type { Certainty } from './certainty.js';
import { holds, type Case } from './predicate.js';
import { scopes, type Predicate, type Scope } from './rule.js';

/** A partner in a rule's scope, and what is claimed of it. */
export interface Member {
  readonly at: number;
  readonly claim: Certainty;
}

/** The partners a rule looks at, with what it claims of them; no claim holds of everybody. */
export function inScope(scope: Scope, of: Case, where: Predicate | null): readonly Member[] {
  const roles: readonly string[] = scopes[scope];
  return of.partners.flatMap((partner, at) =>
    roles.includes(partner.role) ? [{ at, claim: where === null ? 'yes' : holds(where, at, of) }] : [],
  );
}
