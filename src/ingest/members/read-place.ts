import type { Places } from './places.js';
import type { RowReader } from './row-reader.js';
import { isMissingCode, oneLine } from './values/cell-text.js';
import { type Reading, stated, unreadable } from './values/reading.js';

/** Where a row says the organisation is. */
export interface StatedPlace {
  readonly country: string | null;
  readonly city: string | null;
  readonly nuts: string | null;
}

/**
 * Reads country, town, province, region, postal code and NUTS code of a row together.
 *
 * A place of Italy implies the country, and says so; a NUTS code of another country than the stated one is refused.
 */
export function readPlace(row: RowReader, places: Places, italianFile: boolean): StatedPlace {
  const country = row.value('country', (text) => readCountry(text, places), isMissingCode);
  const nuts = row.value('nuts', (text) => readNuts(text, places));
  refuseElsewhere(row, country, nuts === null ? undefined : places.countryOfNuts(nuts));

  const italian = country === 'IT' || (country === null && nuts === null && italianFile);
  const province = row.value('province', (text) => readProvince(text, places, italian), isMissingCode);
  const city = row.value('city', (text) => readCity(text, places)) ?? { name: null, province: null };
  // two letters alone are a province only where something says that the place is Italian
  const implied = italian && province !== null && places.provinceNuts(province) !== undefined ? 'IT' : null;
  const postalCode = row.value('postalCode', (text) => readPostalCode(text, italian || implied === 'IT'));
  const found = places.placeOf({
    country: country ?? implied,
    nuts,
    province: province ?? city.province,
    region: row.line('region'),
    city: city.name,
    postalCode,
  }) ?? { country: null, nuts: null };
  noteInferred(row, country, found.country);
  notePostalCodeElsewhere(row, places, {
    postalCode,
    nuts: found.nuts,
    isItalian: (country ?? found.country) === 'IT',
  });
  return { country: country ?? found.country, city: city.name, nuts: nuts ?? found.nuts };
}

function refuseElsewhere(row: RowReader, country: string | null, countryOfNuts: string | undefined): void {
  if (country === null || countryOfNuts === undefined || countryOfNuts === country) return;
  row.refuse('nuts', {
    problem: 'nuts-elsewhere',
    message: `it lies in ${countryOfNuts}, the country column says ${country}; correct one of them`,
  });
}

function noteInferred(row: RowReader, country: string | null, found: string | null): void {
  if (country !== null || found === null) return;
  row.note('country', {
    problem: 'country-from-place',
    message: `not stated; read as ${found} from the place`,
  });
}

interface PostalClue {
  readonly postalCode: string | null;
  readonly nuts: string | null;
  readonly isItalian: boolean;
}

/** The stated province or town counts; that the postal code says another is for people to look at. */
function notePostalCodeElsewhere(
  row: RowReader,
  places: Places,
  { postalCode, nuts, isItalian }: PostalClue,
): void {
  if (postalCode === null || nuts === null || !isItalian) return;
  const none = { nuts: null, province: null, region: null, city: null };
  const byCode = places.placeOf({ ...none, country: 'IT', postalCode })?.nuts ?? null;
  if (byCode === null || byCode.startsWith(nuts) || nuts.startsWith(byCode)) return;
  const message = `the postal code lies in ${byCode}, the rest of the place in ${nuts}: check it`;
  row.note('postalCode', { problem: 'postal-code-elsewhere', message });
}

function readCountry(text: string, places: Places): Reading<string> {
  const whole = places.country(text);
  if (whole !== undefined) return stated(whole);
  const parts = text
    .split(/[()/–]|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = new Set(parts.map((part) => places.country(part)));
  const [only] = named;
  if (named.size === 1 && only !== undefined) return stated(only);
  return unreadable(
    'country-unknown',
    'no country we know; write its ISO code (IT) or its name in English or Italian',
  );
}

function readNuts(text: string, places: Places): Reading<string> {
  const code = places.nutsCode(/^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '');
  return code === undefined
    ? unreadable('nuts-unknown', 'no NUTS code we know (ITC4C); correct it or leave the cell empty')
    : stated(code);
}

/** Spreadsheets drop the zeros in front of the postal codes of Rome, Umbria and Sardinia: 184 is 00184, 6121 is 06121. */
function readPostalCode(text: string, italian: boolean): Reading<string> {
  if (!italian || !/^\d{3,4}$/.test(text)) return stated(oneLine(text).slice(0, 20));
  const full = text.padStart(5, '0');
  const zeros = full.length - text.length;
  const message = `${zeros === 1 ? 'a leading zero was' : `${zeros} leading zeros were`} put back: ${full}`;
  return stated(full, { problem: 'postal-code-zeros-restored', message });
}

/** Italian files write `EE` (abroad) for the province of a foreign organisation. */
function readProvince(text: string, places: Places, italian: boolean): Reading<string> {
  if (/^ee$/i.test(text)) return stated<string>(null);
  if (places.provinceNuts(text) !== undefined) return stated(text);
  return italian
    ? unreadable('province-unknown', 'no Italian province; write its two letters (MI) or its name')
    : stated(text); // a province abroad: only the taxonomy can make something of it
}

/** `Sesto San Giovanni (MI)` says the town and the province. */
function readCity(text: string, places: Places): Reading<{ name: string; province: string | null }> {
  const [, town, sigla] = /^(.+?)\s*[(,-]\s*([A-Z]{2})\)?$/.exec(text.replace(/\s+/g, ' ')) ?? [];
  if (town !== undefined && sigla !== undefined && places.provinceNuts(sigla) !== undefined) {
    return stated({ name: town.trim(), province: sigla });
  }
  const name = text.replace(/\s+/g, ' ');
  return name.length <= 200
    ? stated({ name, province: null })
    : unreadable('too-long', `${name.length} characters, at most 200; write the town alone`);
}
