/**
 * Everybody who can stand before the service, from nobody to whoever runs it.
 *
 * - `anonymous`: has not signed in
 * - `signed-in`: has a session, whatever else they are; all that an officer is before the second factor
 * - `guest`: holds a link for one thing, and no account
 * - `member`, `editor`, `committer`: people of one organisation; they read, change its profile, commit it
 * - `officer`: staff of a cluster; `manager`: reads what the cluster's members add up to, and its audit trail
 * - `regional-reader`, `association-reader`: figures only; an association's, of its own associates
 * - `operator`: runs the service
 * - `program-read`, `program-import`, `program-score`: a program with a key of a cluster, and no person
 */
export const roles = [
  'anonymous',
  'signed-in',
  'guest',
  'member',
  'editor',
  'committer',
  'officer',
  'manager',
  'regional-reader',
  'association-reader',
  'operator',
  'program-read',
  'program-import',
  'program-score',
] as const;
export type Role = (typeof roles)[number];

/** What a role includes: whoever may commit an organisation may also edit and read for it. */
const includes: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  editor: ['member'],
  committer: ['editor', 'member'],
};

/** The roles that somebody has, with those that these include; nobody's are `anonymous`. */
export function heldRoles(granted: readonly Role[]): readonly Role[] {
  const held = new Set(granted.flatMap((role) => [role, ...(includes[role] ?? [])]));
  return held.size === 0 ? ['anonymous'] : roles.filter((role) => held.has(role));
}
