/** What a dated text about an organisation is. Project evidence is the project itself, shared by its participants. */
export const evidenceKinds = ['profile', 'competence', 'project', 'result'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * Who vouches for a text: `open` = published open data, `confirmed` = the organisation said it is right,
 * `unconfirmed` = written by others about it. Unconfirmed counts at most half in a score.
 */
export const evidenceStates = ['open', 'confirmed', 'unconfirmed'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** As it is stored: `rejected` = the organisation said that it is wrong, so that nobody is shown it and no import brings it back. */
export type StoredEvidenceState = EvidenceState | 'rejected';

/** What a competence line is about. A need is no competence, and nobody is ranked by it. */
export const competenceKinds = ['offer', 'equipment', 'test-site', 'data', 'end-user-site', 'need'] as const;
export type CompetenceKind = (typeof competenceKinds)[number];

/** What an organisation would do in a project. */
export const projectRoles = [
  'coordinate',
  'lead-work-package',
  'technical-partner',
  'pilot-site',
  'data-owner',
  'end-user',
] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** CORDIS roles, normalised. */
export const participationRoles = ['coordinator', 'participant', 'associatedPartner', 'thirdParty'] as const;
export type ParticipationRole = (typeof participationRoles)[number];
