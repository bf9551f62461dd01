import {
  nutsCountry,
  partnerRoles,
  partnerTypes,
  type Consortium,
  type Owner,
  type Partner,
} from '../../eligibility/index.js';
import { readYaml, type YamlValue } from '../../platform/yaml/yaml-value.js';
import { resolveCountry } from '../../taxonomy/index.js';
import { badConsortium } from './eligibility.errors.js';
import type { LoadedRules } from './load-rulebook.js';

/** More than any consortium has: the largest on record have about 180 partners. */
const mostPartners = 500;

/**
 * Reads a described consortium, YAML or JSON. What is not stated is null; a wrong value is refused, with its place.
 *
 * @param name   of the file, for complaints
 * @param today  the date where the file states none (`2026-11-21`)
 * @throws {AppError} `eligibility.bad-file`
 */
export function readConsortium(
  name: string,
  text: string,
  { book, partAliases }: LoadedRules,
  today: string,
): Consortium {
  const file = readYaml(name, text, badConsortium);
  const form = file.fields(['ruleSet', 'topic', 'programmePart', 'date', 'deadline', 'partners']);
  const ids = new Set(book.ruleSets.map(({ id }) => id));
  const ruleSet = form.optional('ruleSet', (value) => {
    const id = value.text().toLowerCase();
    return ids.has(id) ? id : value.fail(`no rule set '${id}'; known: ${[...ids].sort().join(', ')}`);
  });
  const topic = form.optional('topic', (value) =>
    value.textLike(/^[A-Za-z0-9][\w.-]{2,99}$/, 'HORIZON-CL4-2027-01-MAT-PROD-03'),
  );
  if (ruleSet === null && topic === null) file.fail("give 'ruleSet' or 'topic': what is it checked against?");
  const partners = form.need('partners');
  const names = new Set(partners.list((partner) => nameOf(partner)));
  const read = partners.list((partner) => readPartner(partner, names, new Set(book.facts.keys())));
  if (read.length === 0) partners.fail('expected at least one partner');
  if (read.length > mostPartners) partners.fail(`${read.length} partners; at most ${mostPartners}`);
  return {
    ruleSet,
    topic,
    programmePart: form.optional('programmePart', (value) => readPart(value, partAliases)),
    deadline: form.optional('deadline', (value) => value.date()),
    date: form.optional('date', (value) => value.date()) ?? today,
    partners: read,
  };
}

function readPart(value: YamlValue, aliases: ReadonlyMap<string, string>): string {
  const text = value.text().replace(/^HORIZON[-.]/i, '');
  const known = [...new Set(aliases.values())].sort();
  return aliases.get(text.toLowerCase()) ?? value.fail(`'${text}' is none of ${known.join(', ')}`);
}

const partnerKeys = [
  'name',
  'pic',
  'country',
  'nuts',
  'type',
  'sme',
  'role',
  'controlledBy',
  'budgetSharePercent',
  'is',
] as const;

function nameOf(value: YamlValue): string {
  return value.fields(partnerKeys).need('name').text();
}

function readPartner(value: YamlValue, names: ReadonlySet<string>, facts: ReadonlySet<string>): Partner {
  const form = value.fields(partnerKeys);
  /** An empty text is "not stated" too, as spreadsheets write it. */
  const stated = <T>(
    key: 'pic' | 'country' | 'nuts' | 'type' | 'role',
    read: (field: YamlValue) => T,
  ): T | null => form.optional(key, (field) => (field.isBlank ? null : read(field)));
  const country = stated('country', readCountry);
  return {
    name: nameOf(value),
    pic: stated('pic', readPic),
    country,
    nuts: stated('nuts', (nuts) => readNuts(nuts, country)),
    type: stated('type', (type) => oneOf(type, partnerTypes, (text) => text.toUpperCase())),
    sme: form.optional('sme', (sme) => sme.flag()),
    role: stated('role', (role) => oneOf(role, partnerRoles, (text) => text.toLowerCase())) ?? 'beneficiary',
    controlledBy: form.optional('controlledBy', (list) => list.list((owner) => readOwner(owner, names))),
    budgetSharePercent: form.optional('budgetSharePercent', (share) => share.number(0, 100)),
    facts: form.optional('is', (list) =>
      list.list((fact) => {
        const id = fact.text();
        return facts.has(id) ? id : fact.fail(`'${id}' is none of ${[...facts].join(', ')}`);
      }),
    ),
  };
}

function oneOf<const T extends string>(
  value: YamlValue,
  allowed: readonly T[],
  normal: (text: string) => string,
): T {
  const text = normal(value.text());
  return allowed.find((one) => one === text) ?? value.fail(`'${text}' is none of ${allowed.join(', ')}`);
}

function readPic(value: YamlValue): string {
  const said = value.fact();
  const pic = String(said);
  return typeof said !== 'boolean' && /^\d{9}$/.test(pic)
    ? pic
    : value.fail(`'${pic}' is no PIC: nine digits, in quotes ('999999999')`);
}

function readCountry(value: YamlValue): string {
  const text = value.text();
  return resolveCountry(text) ?? value.fail(`'${text}' is no country; write its code (IT) or its name`);
}

/** Codes of the United Kingdom are stored as they were before ITL, as the lists write them. */
function readNuts(value: YamlValue, country: string | null): string {
  const code = value.text().toUpperCase();
  if (!/^[A-Z]{2}[A-Z0-9]{0,3}$/.test(code)) value.fail(`'${code}' is no NUTS code like ITC4C`);
  if (country !== null && nutsCountry(code) !== country) {
    value.fail(`'${code}' is not in ${country}; correct the code or the country`);
  }
  return code.startsWith('TL') ? `UK${code.slice(2)}` : code;
}

/** A partner's name or PIC; somebody outside, with the country in brackets where it is known; a country alone. */
function readOwner(value: YamlValue, names: ReadonlySet<string>): Owner {
  if (value.isMap) {
    const form = value.fields(['name', 'country']);
    const owner = {
      name: form.optional('name', (name) => name.text()),
      country: form.optional('country', readCountry),
    };
    return owner.name === null && owner.country === null
      ? value.fail("give 'name', 'country' or both")
      : owner;
  }
  const text = String(value.fact()).trim();
  if (names.has(text)) return { name: text, country: null };
  if (/^[A-Z]{2}$/.test(text) && resolveCountry(text) !== undefined) {
    return { name: null, country: resolveCountry(text) ?? null };
  }
  const [, name, place] = /^(.*\S)\s*\(([^()]+)\)$/.exec(text) ?? [];
  const country = place === undefined ? undefined : resolveCountry(place);
  return name !== undefined && country !== undefined ? { name, country } : { name: text, country: null };
}
