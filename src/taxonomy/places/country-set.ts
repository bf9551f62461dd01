import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { unknownReferenceSet } from '../taxonomy.errors.js';
import type { Label } from '../vocabulary/vocabulary.js';
import { resolveCountry } from './country.js';

/** A country's place in a set, with the days it holds; a null day is open. */
export interface CountryMember {
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly from: string | null;
  /** last day, inclusive */
  readonly to: string | null;
  /** programme parts or pillars it is limited to; empty = the whole programme */
  readonly parts: readonly string[];
  readonly note: string | null;
}

/** A dated list of countries: Member States, associated countries, widening countries. */
export interface CountrySet {
  readonly id: string;
  readonly label: Label;
  readonly asOf: string;
  readonly source: string;
  readonly members: readonly CountryMember[];
}

/** Sets of countries. The rules of a programme are in `eligibility`; this only says who is in which list, and when. */
export class CountrySets {
  private readonly byId: ReadonlyMap<string, CountrySet>;

  constructor(readonly all: readonly CountrySet[]) {
    this.byId = new Map(all.map((set) => [set.id, set]));
  }

  /** @throws {AppError} `taxonomy.unknown-set` */
  get(id: string): CountrySet {
    const set = this.byId.get(id);
    if (set === undefined) throw unknownReferenceSet('set of countries', id, [...this.byId.keys()]);
    return set;
  }

  /** The country's entry in the set on a day (`2026-11-21`), or undefined where it is not in it then. */
  memberOf(country: string, setId: string, on: string): CountryMember | undefined {
    return this.get(setId).members.find(
      (member) =>
        member.country === country &&
        (member.from === null || member.from <= on) &&
        (member.to === null || on <= member.to),
    );
  }
}

/**
 * Reads `sets[id, en, it, asOf, source, members]`; a member is a code, or `country, from?, to?, parts?, note?`.
 *
 * @throws {AppError} `taxonomy.bad-file` where a country is unknown
 */
export function readCountrySets(value: YamlValue): CountrySets {
  return new CountrySets(value.fields(['sets']).need('sets').list(readSet));
}

function readSet(value: YamlValue): CountrySet {
  const fields = value.fields(['id', 'en', 'it', 'asOf', 'source', 'members', 'countries']);
  const plain = fields.optional('countries', (value) => value.list((item) => readMember(item, null))) ?? [];
  const dated = fields.optional('members', (value) => value.list((item) => readDatedMember(item))) ?? [];
  if (plain.length + dated.length === 0) value.fail("give 'countries' or 'members'");
  return {
    id: fields.need('id').text(),
    label: { en: fields.need('en').text(), it: fields.need('it').text() },
    asOf: fields.need('asOf').date(),
    source: fields.need('source').text(),
    members: [...plain, ...dated],
  };
}

function readDatedMember(value: YamlValue): CountryMember {
  const fields = value.fields(['country', 'from', 'to', 'parts', 'note']);
  return readMember(fields.need('country'), {
    from: fields.optional('from', (value) => value.date()) ?? null,
    to: fields.optional('to', (value) => value.date()) ?? null,
    parts: fields.optional('parts', (value) => value.texts()) ?? [],
    note: fields.optional('note', (value) => value.text()) ?? null,
  });
}

function readMember(code: YamlValue, rest: Omit<CountryMember, 'country'> | null): CountryMember {
  const country = code.text();
  if (resolveCountry(country) !== country)
    code.fail(`'${country}' is not an ISO 3166-1 alpha-2 code (GR, GB, not EL, UK)`);
  return { country, ...(rest ?? { from: null, to: null, parts: [], note: null }) };
}
