import { foldName } from '../fold-name.js';
import { resolveCountry } from './country.js';
import type { ItalianPlaces } from './italian-place.js';
import type { NutsRegister } from './nuts.js';

/** What a source says about where an organisation is; null and an empty text are "not stated". */
export interface PlaceClues {
  readonly country?: string | null;
  readonly nuts?: string | null;
  readonly province?: string | null;
  readonly region?: string | null;
  readonly city?: string | null;
  readonly postalCode?: string | null;
}

/** How a place was found, the most trusted first. */
export type PlaceMethod = 'nuts' | 'province' | 'city' | 'postal-code' | 'region' | 'country';

export interface Place {
  /** ISO 3166-1 alpha-2; null where neither stated nor implied */
  readonly country: string | null;
  /** the finest NUTS code found, as stated or of NUTS 2024; null where only the country is known */
  readonly nuts: string | null;
  readonly foundBy: PlaceMethod;
}

/**
 * Where an organisation is, from whatever a source states; null where nothing says it.
 *
 * A stated NUTS code of level 2 or 3 wins, then province, town, postal code, region, a coarser code, the country.
 * Italian clues count only where the country is Italy or not stated; where it is not stated, a postal code alone is not
 * enough, and a town only where it is listed. A stated code of another country than the stated one is not believed.
 */
export class PlaceFinder {
  private readonly citiesAbroad: ReadonlyMap<string, string>;

  constructor(
    private readonly nuts: NutsRegister,
    private readonly italy: ItalianPlaces,
  ) {
    this.citiesAbroad = namesOfRegions(nuts);
  }

  placeOf(given: PlaceClues): Place | null {
    const clues = toTexts(given);
    const country = resolveCountry(clues.country);
    const stated = this.statedCode(clues.nuts, country);
    if (stated.length >= 4) return this.found(stated, 'nuts');

    const finer = this.italianPlace(clues, country) ?? this.cityAbroad(clues.city, country);
    if (finer?.nuts?.startsWith(stated)) return finer;
    if (stated.length > 2) return this.found(stated, 'nuts');

    const known = country ?? this.nuts.country(stated);
    return known === undefined ? null : { country: known, nuts: null, foundBy: 'country' };
  }

  /** The stated code, or '' where it is none, unknown, or of another country than the stated one. */
  private statedCode(code: string, country: string | undefined): string {
    const normal = this.nuts.normalise(code);
    if (normal === undefined || !this.nuts.isKnown(normal)) return '';
    return country === undefined || this.nuts.country(normal) === country ? normal : '';
  }

  private italianPlace(clues: Texts, country: string | undefined): Place | undefined {
    if (country !== undefined && country !== 'IT') return undefined;
    const isItaly = country === 'IT';
    const province = this.italy.province(isItaly || clues.province.trim().length > 2 ? clues.province : '');
    if (province !== undefined) return this.found(province.nuts, 'province');
    const town = this.italy.provinceOfTown(clues.city);
    if (town !== undefined) return this.found(town.nuts, 'city');
    const postal = this.italy.provinceOfPostalCode(isItaly ? clues.postalCode : '');
    if (postal !== undefined) return this.found(postal.nuts, 'postal-code');
    const region = this.italy.region(clues.region) ?? this.italy.region(clues.province);
    return region === undefined ? undefined : this.found(region, 'region');
  }

  private cityAbroad(city: string, country: string | undefined): Place | undefined {
    const code = this.citiesAbroad.get(`${country ?? ''} ${foldName(city)}`);
    return code === undefined ? undefined : this.found(code, 'city');
  }

  private found(nuts: string, foundBy: PlaceMethod): Place {
    return { country: this.nuts.country(nuts) ?? null, nuts, foundBy };
  }
}

type Texts = Readonly<Record<keyof PlaceClues, string>>;

function toTexts(clues: PlaceClues): Texts {
  return {
    country: clues.country ?? '',
    nuts: clues.nuts ?? '',
    province: clues.province ?? '',
    region: clues.region ?? '',
    city: clues.city ?? '',
    postalCode: clues.postalCode ?? '',
  };
}

const wordsBeforeCity = /^(?:Arr\.|Miasto|Byen|Grad|Hlavní město) /;

/**
 * Cities that give a level 3 region its name, by country: Barcelona, Antwerpen, Leeds. Where a city and the district
 * around it share a name the city is meant; other names of two regions are left out.
 */
function namesOfRegions(nuts: NutsRegister): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { code, name, level, until } of nuts.regions) {
    const isCurrent = until === null || (code.startsWith('UK') && until === '2021');
    if (level !== 3 || !isCurrent || name.endsWith(', Landkreis')) continue;
    for (const city of new Set([name, ...name.split('/')].map(toCity))) {
      const key = `${nuts.country(code) ?? ''} ${city}`;
      if (found.has(key)) twice.add(key);
      found.set(key, code);
    }
  }
  for (const key of twice) found.delete(key);
  return found;
}

function toCity(name: string): string {
  return foldName(name.replace(/[,(].*$/, '').replace(wordsBeforeCity, ''));
}
