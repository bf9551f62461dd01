import {
  partnerTypes,
  type CountryList,
  type Fact,
  type ListedCountry,
  type Predicate,
  type RegionList,
  type Source,
} from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { countryCode, named, readPredicate } from './read-predicate.js';
import { readSource, type RuleTerms } from './read-rule.js';

/** What rules are made of: sources, lists, facts, programme parts, claims with a name. */
export interface Terms extends RuleTerms {
  readonly lists: {
    readonly countries: ReadonlyMap<string, CountryList>;
    readonly regions: ReadonlyMap<string, RegionList>;
    readonly facts: ReadonlyMap<string, Fact>;
    readonly partGroups: ReadonlyMap<string, readonly string[]>;
  };
  /** other names of programme parts (`CL1`), in lower case → code (`HLTH`) */
  readonly partAliases: ReadonlyMap<string, string>;
}

/** Reads `terms.yaml`. */
export function readTerms(value: YamlValue): Terms {
  const form = value.fields(['sources', 'parts', 'countryLists', 'regionLists', 'facts', 'claims']);
  const sources = byKey(form.need('sources'), readSource);
  const parts = form.need('parts').list(readPart);
  const groups = new Set(parts.flatMap(({ groups: of }) => of));
  const countries = byId(form.need('countryLists').list((list) => readCountryList(list, groups, sources)));
  const regions = byId(form.need('regionLists').list((list) => readRegionList(list, sources)));
  const facts = byId(form.need('facts').list((fact) => readFact(fact)));
  const claims = new Map<string, Predicate>();
  const names = {
    sources,
    countryLists: new Set(countries.keys()),
    regionLists: new Set(regions.keys()),
    facts: new Set(facts.keys()),
    parts: new Set(parts.map(({ code }) => code)),
    claims,
  };
  for (const [name, claim] of form.need('claims').entries()) claims.set(name, readPredicate(claim, names));
  return {
    ...names,
    lists: {
      countries,
      regions,
      facts,
      partGroups: new Map(parts.map(({ code, groups: of }) => [code, of])),
    },
    partAliases: new Map(
      parts.flatMap(({ code, aliases }) => [code, ...aliases].map((alias) => [alias.toLowerCase(), code])),
    ),
  };
}

function readPart(value: YamlValue): {
  code: string;
  groups: readonly string[];
  aliases: readonly string[];
} {
  const form = value.fields(['code', 'groups', 'aliases']);
  const texts = (list: YamlValue): readonly string[] => list.texts();
  return {
    code: form.need('code').text(),
    groups: form.optional('groups', texts) ?? [],
    aliases: form.optional('aliases', texts) ?? [],
  };
}

function readCountryList(
  value: YamlValue,
  groups: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
): CountryList {
  const form = value.fields(['id', 'source', 'countries', 'members', 'countsAs', 'partOf']);
  sourceOf(form.need('source'), sources);
  const plain = form.optional('countries', (list) => list.list((item) => listed(countryCode(item)))) ?? [];
  const dated = form.optional('members', (list) => list.list((item) => readMember(item, groups))) ?? [];
  const states = (map: YamlValue): ReadonlyMap<string, string> => byKey(map, countryCode);
  const countsAs = form.optional('countsAs', states) ?? new Map<string, string>();
  const partOf = form.optional('partOf', states) ?? new Map<string, string>();
  return { id: form.need('id').text(), members: [...plain, ...dated], countsAs, partOf };
}

function listed(country: string): ListedCountry {
  return { country, from: null, to: null, parts: [], confirmed: true };
}

function readMember(value: YamlValue, groups: ReadonlySet<string>): ListedCountry {
  const form = value.fields(['country', 'from', 'to', 'parts', 'confirmed', 'note']);
  form.optional('note', (note) => note.text());
  return {
    country: countryCode(form.need('country')),
    from: form.optional('from', (day) => day.date()),
    to: form.optional('to', (day) => day.date()),
    parts: form.optional('parts', (list) => list.list((item) => named(item, groups))) ?? [],
    confirmed: form.optional('confirmed', (flag) => flag.flag()) ?? true,
  };
}

function readRegionList(value: YamlValue, sources: ReadonlyMap<string, Source>): RegionList {
  const form = value.fields(['id', 'source', 'outside', 'codes']);
  sourceOf(form.need('source'), sources);
  return {
    id: form.need('id').text(),
    outside: form.need('outside').oneOf(['maybe', 'no']),
    codes: form.need('codes').list((item) => item.textLike(/^[A-Z]{2}[A-Z0-9]{0,3}$/, 'ITC4')),
  };
}

function readFact(value: YamlValue): Fact {
  const form = value.fields(['id', 'unstated', 'types', 'pics', 'means']);
  form.need('means').text();
  return {
    id: form.need('id').textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'public-procurer'),
    unstated: form.need('unstated').oneOf(['maybe', 'no']),
    types: form.optional('types', (list) => list.list((type) => type.oneOf(partnerTypes))) ?? [],
    pics: form.optional('pics', (list) => list.list((item) => item.textLike(/^\d{9}$/, "'999992401'"))) ?? [],
  };
}

function sourceOf(value: YamlValue, sources: ReadonlyMap<string, Source>): void {
  const name = value.text();
  if (!sources.has(name)) value.fail(`no source '${name}'; known: ${[...sources.keys()].join(', ')}`);
}

function byKey<T>(value: YamlValue, read: (item: YamlValue) => T): ReadonlyMap<string, T> {
  return new Map(value.entries().map(([key, item]) => [key, read(item)]));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
