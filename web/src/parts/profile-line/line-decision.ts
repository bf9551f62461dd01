import type { components } from '../../api/schema.js';

export type Line = components['schemas']['ProfileLineResponse'];
export type Decision = components['schemas']['LineDecisionRequest'];
export type Verdict = Decision['verdict'];
export type Details = components['schemas']['CompetenceDetailsRequest'];
export type NewCompetence = components['schemas']['OwnCompetenceRequest'];

export const competenceKinds = ['offer', 'equipment', 'test-site', 'data', 'end-user-site', 'need'] as const;
export type CompetenceKind = (typeof competenceKinds)[number];

/** Longest statement of a competence line, in characters, as the service takes it. */
export const longestStatement = 300;
