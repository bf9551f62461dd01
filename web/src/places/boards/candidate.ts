import type { components } from '../../api/schema.js';

export type Candidate = components['schemas']['PartnerSuggestionResponse'];

/** Where a candidate comes from, as seen by the clusters that ask. */
export function whence({ organisation }: Candidate, own: ReadonlySet<string>): 'own' | 'sister' | 'outside' {
  if (organisation.clusters.some((cluster) => own.has(cluster))) return 'own';
  return organisation.masked !== null || organisation.clusters.length > 0 ? 'sister' : 'outside';
}

/** At most one funded project so far: raised for it, or shown with who could lead. */
export const isNewcomer = ({ raisedFor, companion }: Candidate): boolean =>
  companion !== null || raisedFor.includes('newcomer');

/** Its name is not shown: it can be asked, and put on no seat before it says yes. */
export const isMasked = ({ organisation: { masked } }: Candidate): boolean =>
  masked !== null && !masked.named;
