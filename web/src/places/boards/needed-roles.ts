import type { Need } from './use-board.js';

/** What a partner can be wanted for. */
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
] as const satisfies readonly Need['role'][];
