import type { OrganisationType } from '../organisations/index.js';

/** What an organisation could be in a consortium, in plain words rather than those of a form. */
export const likelyRoles = [
  'research',
  'technology',
  'testing',
  'data',
  'end-user',
  'public-end-user',
  'network',
] as const;
export type LikelyRole = (typeof likelyRoles)[number];

/** A competence line's kind says more about a role than the type of organisation does. */
const roleOfCompetence: Readonly<Record<string, LikelyRole>> = {
  equipment: 'testing',
  'test-site': 'testing',
  data: 'data',
  'end-user-site': 'end-user',
};

const roleOfType: Readonly<Record<OrganisationType, LikelyRole>> = {
  HES: 'research',
  REC: 'research',
  PRC: 'technology',
  PUB: 'public-end-user',
  OTH: 'network',
};

/**
 * The role the evidence speaks for: that of the weightiest competence line where it is equipment, a test site, data or
 * an end user's site; else what organisations of this type usually do.
 *
 * @param competenceKinds of the evidence that answers the call, the weightiest first; null for other evidence
 * @param type null where not stated
 * @returns null where neither says anything
 */
export function likelyRole(
  competenceKinds: readonly (string | null)[],
  type: OrganisationType | null,
): LikelyRole | null {
  const first = competenceKinds.find((kind) => kind !== null) ?? null;
  const told = first === null ? undefined : roleOfCompetence[first];
  return told ?? (type === null ? null : roleOfType[type]);
}
