import type { PartnersWanted } from '../../matching/index.js';
import type { RoleCues } from '../needs/need-cues.js';
import type { Board, Need, Seat } from './board.js';

/** Seats whose holders count as in: who declined or left is no seed. */
const isIn = ({ state, organisationId }: Seat): boolean =>
  organisationId !== null && !['declined', 'withdrawn', 'reserve'].includes(state);

/** Who is in already: ranking starts from them, and never offers them again. */
export const seatedOn = ({ seats }: Board): string[] =>
  seats.filter(isIn).flatMap(({ organisationId }) => organisationId ?? []);

/** Needs that still look for somebody. */
export const openNeeds = ({ needs }: Board): Need[] =>
  needs.filter(({ state }) => state === 'drafted' || state === 'approved');

/**
 * What a need asks, as a text to rank by: its own words, what the call says beside them, and the kind of partner. Without
 * the whole call, which would bring those who do everything else too.
 */
export function questionOf(need: Need, cues: readonly RoleCues[]): string {
  const label = cues.find(({ role }) => role === need.role)?.label.en ?? '';
  const said = need.cites.map(({ text }) => text).filter((text) => text !== need.text);
  return [need.text, ...said, label].join('\n');
}

/** What narrows a search for somebody for these needs. */
export function narrowedBy(
  needs: readonly Need[],
  { seeds, limit, asOf }: { readonly seeds: readonly string[]; readonly limit: number; readonly asOf: Date },
): PartnersWanted {
  const countries = [...new Set(needs.flatMap((need) => need.countries))];
  return { seeds, role: null, countries, regions: [], types: [], sme: null, limit, asOf };
}
