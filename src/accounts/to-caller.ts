import type { Scope } from '../platform/database/scope.js';
import type { Caller } from './caller.js';
import { heldRoles, type Role } from './role.js';
import { needsSecondFactor, type Grant } from './users/user.js';

export const nobody: Caller = { roles: heldRoles([]), scope: { role: 'anonymous', clusters: [] } };

/** What somebody with a session, or the officer of an open service, may at this moment. */
export interface Rights {
  readonly user: string;
  readonly grants: readonly Grant[];
  /** how many factors were shown */
  readonly factors: number;
  /** they set up a second factor of their own will: nothing counts before it was shown */
  readonly guarded?: boolean;
  /** every cluster, for the operator */
  readonly clusters: readonly string[];
}

/**
 * Roles that need a second factor do not count before it was shown. What somebody may in one place they may not in
 * another: beside an officer's clusters those that they only read do not count, nor a second organisation.
 */
export function toCaller({ user, grants, factors, guarded = false, clusters }: Rights): Caller {
  const shown = grants.filter(({ role }) => factors > 1 || !(guarded || needsSecondFactor.includes(role)));
  const organisation = shown.find((grant) => grant.organisation !== null)?.organisation ?? null;
  const officer = shown.some(({ role }) => role === 'officer');
  const counting = shown.filter(
    (grant) =>
      !(officer && grant.role === 'manager') &&
      (grant.organisation === null || grant.organisation === organisation),
  );
  const roles = heldRoles(['signed-in', ...counting.map(({ role }) => role)]);
  const own = counting.flatMap(({ cluster }) => cluster ?? []);
  return {
    roles,
    scope: {
      role: scopeRole(roles),
      clusters: roles.includes('operator') ? clusters : own,
      user,
      ...(organisation === null ? {} : { organisation }),
    },
  };
}

/** The strongest of somebody's roles, as the database knows it. */
function scopeRole(roles: readonly Role[]): Scope['role'] {
  const order = [
    'operator',
    'officer',
    'manager',
    'member',
    'association-reader',
    'regional-reader',
  ] as const;
  return order.find((role) => roles.includes(role)) ?? 'signed-in';
}
