import type { Band } from '../ranking/index.js';

/** Whether a fit is more than possible: it is known, and good or strong. */
export const isMoreThanPossible = ({ fit }: { readonly fit: { readonly band: Band } }): boolean =>
  fit.band === 'strong' || fit.band === 'good';

/** Of those whose fit is only possible, or unknown, so many stand in a list: more would be noise to whoever acts on it. */
export const possiblePerList = 2;

/** What is worth showing of a list, the best first. */
export function worthwhile<Of extends { readonly fit: { readonly band: Band } }>(list: readonly Of[]): Of[] {
  let possible = 0;
  return list.filter((place) => isMoreThanPossible(place) || (possible += 1) <= possiblePerList);
}
