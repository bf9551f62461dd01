import type { components } from '../../api/schema.js';

/** A filter that can leave a list empty, as the service names it. */
export type NarrowingName = components['schemas']['WithoutFilterResponse']['filter'];

/** What partners are narrowed to; empty and null narrow nothing. */
export interface Narrowing {
  readonly role: string;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly types: readonly string[];
  readonly sme: boolean | null;
  readonly experience: 'experienced' | 'new' | null;
  /** 1 to 9 */
  readonly trl: number | null;
  /** slug of a cluster */
  readonly cluster: string | null;
  readonly seeds: readonly string[];
}

export const anyone: Narrowing = {
  role: '',
  countries: [],
  regions: [],
  types: [],
  sme: null,
  experience: null,
  trl: null,
  cluster: null,
  seeds: [],
};

/** The same as the address holds it: what narrows nothing is absent. */
export interface PartnerSearch {
  role?: string;
  countries?: string[];
  regions?: string[];
  types?: string[];
  sme?: boolean;
  experience?: 'experienced' | 'new';
  trl?: number;
  cluster?: string;
  seeds?: string[];
}

export const regionForm = /^[A-Za-z]{2}[A-Za-z0-9]{0,3}$/;
/** Countries that take part: Member States and associated ones, by code. */
export const partnerCountries: readonly string[] =
  'AL AM AT BA BE BG CH CY CZ DE DK EE EG ES FI FO FR GB GE GR HR HU IE IL IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK TN TR UA XK CA JP KR NZ'.split(
    ' ',
  );
export const partnerTypes: readonly string[] = ['HES', 'REC', 'PRC', 'PUB', 'OTH'];

/** Reads an address; what makes no sense, or the service would refuse, is left out. */
export function narrowingOf(raw: Readonly<Record<string, unknown>>): Narrowing {
  const { sme, experience, trl } = raw;
  const cluster = text(raw['cluster']);
  return {
    role: text(raw['role']).slice(0, 200),
    countries: listOf(raw['countries'], (code) => partnerCountries.includes(code), 60),
    regions: listOf(raw['regions'], (code) => regionForm.test(code), 60),
    types: listOf(raw['types'], (type) => partnerTypes.includes(type), 5),
    sme: typeof sme === 'boolean' ? sme : null,
    experience: experience === 'experienced' || experience === 'new' ? experience : null,
    trl: typeof trl === 'number' && Number.isInteger(trl) && trl >= 1 && trl <= 9 ? trl : null,
    cluster: /^[a-z0-9-]{1,60}$/.test(cluster) ? cluster : null,
    seeds: listOf(raw['seeds'], ({ length }) => length > 0 && length <= 300, 300),
  };
}

/** What of it narrows, for an address or a request. */
export function searchOf(narrowing: Narrowing): PartnerSearch {
  const narrows = ([, value]: [string, unknown]): boolean =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(narrowing).filter(narrows));
}

/** Numbers are texts that an address was read as: a PIC among those already in. */
const text = (raw: unknown): string =>
  typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';

const listOf = (raw: unknown, fits: (one: string) => boolean, most: number): string[] =>
  [...new Set((Array.isArray(raw) ? raw : [raw]).map(text))].filter(fits).slice(0, most);
