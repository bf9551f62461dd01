import { resolveCountry, type Taxonomy } from '../../taxonomy/index.js';
import type { Places } from './places.js';

/** The places of the taxonomy, as the reader of member files asks for them. */
export function placesOf(taxonomy: Taxonomy): Places {
  return {
    country: resolveCountry,
    nutsCode: (text) => (taxonomy.isKnownNuts(text) ? taxonomy.nuts.normalise(text) : undefined),
    countryOfNuts: (code) => taxonomy.nuts.country(code),
    provinceNuts: (text) => taxonomy.italy.province(text)?.nuts,
    placeOf: (clues) => taxonomy.placeOf(clues),
  };
}
