import type { Participation } from './use-board.js';

/** How an organisation takes part, as the portal's Part A knows it; and clusters that only spread results. */
export const participations = [
  'coordinator',
  'beneficiary',
  'affiliated-entity',
  'associated-partner',
  'subcontractor',
  'facilitator',
] as const satisfies readonly Participation[];
