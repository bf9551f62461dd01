/**
 * What a partner is wanted for. `data/needs/cues.yaml` says by which words a call asks for each, and how it is called in
 * both languages.
 */
export const neededRoles = [
  'technology-developer',
  'research',
  'manufacturer',
  'end-user',
  'test-site',
  'data-holder',
  'public-authority',
  'practitioner',
  'clinical',
  'primary-producer',
  'civil-society',
  'social-sciences',
  'standards-regulation',
  'assessment',
  'business',
  'training',
  'network',
] as const;
export type NeededRole = (typeof neededRoles)[number];
