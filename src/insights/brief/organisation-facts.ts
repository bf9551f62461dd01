import type { BriefOrganisation } from './brief.js';
import type { BriefWords } from './brief-words.js';

/** Town and country, type, SME; what is not stated says so only where nothing else would stand. */
export function organisationFacts(
  { city, country, type, sme }: Pick<BriefOrganisation, 'city' | 'country' | 'type' | 'sme'>,
  words: BriefWords,
): string {
  const place = [city, country].filter((part) => part !== null).join(', ');
  const kind = type === null ? null : (words.types[type] ?? type);
  return [place === '' ? words.placeNotStated : place, kind, sme === true ? words.sme : null]
    .filter((part) => part !== null)
    .join(' · ');
}
