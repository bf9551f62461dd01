/** Clues to where an organisation is, in the file's words; null is "not stated". */
export interface PlaceClues {
  readonly country: string | null;
  readonly nuts: string | null;
  readonly province: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}

/** What the reader of member files must know about places and what is named after them; the taxonomy answers it. */
export interface Places {
  /** ISO 3166-1 alpha-2 of a code or name in English or Italian: `EL` → `GR`, `Norvegia` → `NO`, `NA` → `NA` */
  readonly country: (text: string) => string | undefined;
  /** a known NUTS code as Eurostat writes it, undefined where it is none */
  readonly nutsCode: (text: string) => string | undefined;
  /** ISO 3166-1 alpha-2 of the country a NUTS code lies in */
  readonly countryOfNuts: (code: string) => string | undefined;
  /** NUTS level 3 of an Italian province by sigla or name */
  readonly provinceNuts: (text: string) => string | undefined;
  /** the English name of a regional innovation ecosystem, by any of its names */
  readonly ecosystem: (text: string) => string | undefined;
  /** the finest place all clues together give */
  readonly placeOf: (
    clues: PlaceClues,
  ) => { readonly country: string | null; readonly nuts: string | null } | null;
}
