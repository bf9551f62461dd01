/** What a dated text about an organisation is. Project evidence is the project itself, shared by its participants. */
export const evidenceKinds = ['profile', 'competence', 'project', 'result'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * Who vouches for a text: `open` = published open data, `confirmed` = the organisation said it is right,
 * `unconfirmed` = written by others about it. Unconfirmed counts at most half in a score.
 */
export const evidenceStates = ['open', 'confirmed', 'unconfirmed'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** CORDIS roles, normalised. */
export const participationRoles = ['coordinator', 'participant', 'associatedPartner', 'thirdParty'] as const;
export type ParticipationRole = (typeof participationRoles)[number];
