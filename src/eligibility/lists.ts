import type { Certainty } from './certainty.js';
import type { CountryList, RegionList } from './rulebook.js';

/** The day and the groups of the programme part (itself among them) that decide a country's place in a list. */
export interface ListMoment {
  readonly date: string;
  /** null: the part is not stated */
  readonly groups: readonly string[] | null;
}

/** Whether a country is in the list then; a country that is not stated may be in any. */
export function inCountryList(list: CountryList, country: string | null, moment: ListMoment): Certainty {
  if (country === null) return list.members.length === 0 ? 'no' : 'maybe';
  const rows = list.members
    .filter((row) => row.country === country)
    .filter((row) => (row.from ?? '') <= moment.date && (row.to === null || moment.date <= row.to))
    .map((row): Certainty => {
      const covered = coversPart(row.parts, moment.groups);
      return covered === 'yes' && !row.confirmed ? 'maybe' : covered;
    });
  if (rows.includes('yes')) return 'yes';
  return rows.includes('maybe') ? 'maybe' : 'no';
}

function coversPart(parts: readonly string[], groups: readonly string[] | null): Certainty {
  if (parts.length === 0) return 'yes';
  if (groups === null) return 'maybe';
  return parts.some((part) => groups.includes(part)) ? 'yes' : 'no';
}

/** Whether a place is in one of the list's regions, by NUTS prefix; a code shorter than the region's may be. */
export function inRegionList(list: RegionList, nuts: string | null, country: string | null): Certainty {
  const { outside } = list;
  if (nuts === null) {
    if (country === null) return 'maybe';
    return list.codes.some((code) => nutsCountry(code) === country) ? 'maybe' : outside;
  }
  if (list.codes.some((code) => nuts.startsWith(code))) return 'yes';
  return list.codes.some((code) => code.startsWith(nuts)) ? 'maybe' : outside;
}

/** The ISO 3166 country of a NUTS code: Eurostat writes EL and UK, and TL for the United Kingdom since 2021. */
export function nutsCountry(nuts: string): string {
  const letters = nuts.slice(0, 2);
  if (letters === 'EL') return 'GR';
  return letters === 'UK' || letters === 'TL' ? 'GB' : letters;
}
