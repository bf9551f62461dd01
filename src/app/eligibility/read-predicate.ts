import { partnerRoles, partnerTypes, unstatedFields, type Predicate } from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { resolveCountry } from '../../taxonomy/index.js';

/** What a rule may name: a misspelt name is an error in the file, not a rule that never holds. */
export interface Names {
  readonly countryLists: ReadonlySet<string>;
  readonly regionLists: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** claims with a name of their own, for rules that say the same */
  readonly claims: ReadonlyMap<string, Predicate>;
}

const tests = [
  'claim',
  'all',
  'any',
  'not',
  'doubtful',
  'countryList',
  'country',
  'regionList',
  'type',
  'sme',
  'fact',
  'role',
  'unstated',
  'owner',
  'part',
  'action',
  'flag',
] as const;

/**
 * A claim about a partner: one key and its value (`{ countryList: associated }`, `{ any: [...] }`). `owner` takes
 * `unknownOwner: maybe` beside it.
 *
 * @throws what the file's reader complains with
 */
export function readPredicate(value: YamlValue, names: Names): Predicate {
  const form = value.fields([...tests, 'unknownOwner']);
  const said = value.entries().map(([key]) => key);
  const main = said.filter((key) => key !== 'unknownOwner');
  if (main.length !== 1) return value.fail(`give one of ${tests.join(', ')}`);
  const test = tests.find((known) => known === main[0]) ?? value.fail('unknown test');
  const of = form.need(test);
  const unknown = form.optional('unknownOwner', (answer) => answer.oneOf(['maybe', 'no']));
  if (test === 'owner') return { test, of: readPredicate(of, names), unknown: unknown ?? 'no' };
  if (unknown !== null) return value.fail("'unknownOwner' goes with 'owner'");
  return readers[test](of, names);
}

type TestReader = (of: YamlValue, names: Names) => Predicate;

const readers: Readonly<Record<Exclude<(typeof tests)[number], 'owner'>, TestReader>> = {
  claim: (of, { claims }) =>
    claims.get(of.text()) ?? of.fail(`no claim of that name: ${[...claims.keys()].join(', ')}`),
  all: (of, names) => ({ test: 'all', of: of.list((item) => readPredicate(item, names)) }),
  any: (of, names) => ({ test: 'any', of: of.list((item) => readPredicate(item, names)) }),
  not: (of, names) => ({ test: 'not', of: readPredicate(of, names) }),
  doubtful: (of, names) => ({ test: 'doubtful', of: readPredicate(of, names) }),
  countryList: (of, { countryLists }) => ({ test: 'country-list', list: named(of, countryLists) }),
  regionList: (of, { regionLists }) => ({ test: 'region-list', list: named(of, regionLists) }),
  country: (of) => ({ test: 'country', codes: of.list(countryCode) }),
  type: (of) => ({ test: 'type', types: of.list((item) => item.oneOf(partnerTypes)) }),
  sme: (of) => (of.flag() ? { test: 'sme' } : { test: 'not', of: { test: 'sme' } }),
  fact: (of, { facts }) => ({ test: 'fact', fact: named(of, facts) }),
  role: (of) => ({ test: 'role', roles: of.list((item) => item.oneOf(partnerRoles)) }),
  unstated: (of) => ({ test: 'unstated', field: of.oneOf(unstatedFields) }),
  part: (of, { parts }) => ({ test: 'part', parts: of.list((item) => named(item, parts)) }),
  action: (of) => ({ test: 'action', actions: of.texts() }),
  flag: (of) => ({ test: 'flag', flag: of.text() }),
};

/** One of the names the rulebook holds. */
export function named(value: YamlValue, known: ReadonlySet<string>): string {
  const text = value.text();
  return known.has(text) ? text : value.fail(`'${text}' is none of ${[...known].join(', ')}`);
}

/** An ISO 3166-1 alpha-2 code; rules write GR and GB. */
export function countryCode(value: YamlValue): string {
  const code = value.text();
  return resolveCountry(code) === code ? code : value.fail(`'${code}' is not an ISO 3166-1 alpha-2 code`);
}
