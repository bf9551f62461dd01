import type { Band } from '../ranking/index.js';

/** Of those whose fit is only possible, so many stand in a list: more would be noise to whoever acts on it. */
export const possiblePerList = 2;

/** What is worth showing of a list, the best first. */
export function worthwhile<Of extends { readonly fit: { readonly band: Band } }>(list: readonly Of[]): Of[] {
  let possible = 0;
  return list.filter(({ fit }) => fit.band !== 'possible' || (possible += 1) <= possiblePerList);
}
