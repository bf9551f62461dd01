import countries from 'i18n-iso-countries';
import { foldName } from '../fold-name.js';
import { countryAliases } from './country-aliases.js';

/** Codes that the portal, CORDIS and Eurostat write in their own way. */
const otherCodes: Readonly<Record<string, string>> = { el: 'GR', uk: 'GB', kos: 'XK', xkx: 'XK', rks: 'XK' };

const byName = namesToCodes();
/** `Aruba (NL)`: the General Annexes name the state a territory is linked to. */
const motherState = /\s*\((?:NL|FR|DK)\)\s*$/;
const leadingArticle = /^(?:the|il|lo|la|le|i|gli|l) (?=\S)/;

/**
 * The country a text names, as ISO 3166-1 alpha-2, or undefined where it names none.
 *
 * Reads alpha-2 and alpha-3 codes, the EU's own `EL` and `UK`, `KOS`/`XK`, and English and Italian names, official or
 * common, in any letter case and with or without accents: `NO` is Norway, `NA` Namibia, `Regno Unito` is `GB`.
 * England, Scotland, Wales and Northern Ireland are `GB`. Overseas territories keep their own code.
 */
export function resolveCountry(text: string): string | undefined {
  const folded = foldName(text.replace(motherState, ''));
  if (folded === '') return undefined;
  return codeOf(folded) ?? byName.get(folded) ?? byName.get(folded.replace(leadingArticle, ''));
}

/** The usual name of a country by alpha-2 code, undefined for an unknown code. */
export function countryName(alpha2: string, language: 'en' | 'it'): string | undefined {
  return countries.getName(alpha2, language, { select: 'official' });
}

function codeOf(folded: string): string | undefined {
  const other = otherCodes[folded];
  if (other !== undefined) return other;
  const code = folded.toUpperCase();
  if (code.length === 2) return countries.alpha2ToAlpha3(code) === undefined ? undefined : code;
  return code.length === 3 ? countries.alpha3ToAlpha2(code) : undefined;
}

function namesToCodes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const language of ['en', 'it']) {
    for (const [alpha2, names] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      for (const name of names) found.set(foldName(name), alpha2);
    }
  }
  for (const [alpha2, names] of Object.entries(countryAliases)) {
    for (const name of names) found.set(foldName(name), alpha2);
  }
  return found;
}
