import type { Rule, RuleSet } from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { readRule, readSourceName, readText, type RuleTerms } from './read-rule.js';

/** Rules that several rule sets share, by the name of their file. */
export type SharedRules = ReadonlyMap<string, readonly Rule[]>;

/** Reads a file of `shared/`: rules under one name. */
export function readSharedRules(value: YamlValue, terms: RuleTerms): readonly Rule[] {
  return value
    .fields(['rules'])
    .need('rules')
    .list((rule) => readRule(rule, terms));
}

/** Reads a file of `sets/`: one scheme in one edition. A rule of its own replaces a shared one of the same id. */
export function readRuleSet(value: YamlValue, terms: RuleTerms, shared: SharedRules): RuleSet {
  const form = value.fields([
    'id',
    'name',
    'version',
    'from',
    'to',
    'action',
    'source',
    'newer',
    'partnerSearch',
    'include',
    'without',
    'rules',
  ]);
  const own = form.optional('rules', (list) => list.list((rule) => readRule(rule, terms))) ?? [];
  const included = (
    form.optional('include', (list) => list.list((name) => sharedOf(name, shared))) ?? []
  ).flat();
  const without = new Set([
    ...(form.optional('without', (list) => list.list((id) => ruleId(id, included))) ?? []),
    ...own.map(({ id }) => id),
  ]);
  const rules = [...included.filter(({ id }) => !without.has(id)), ...own];
  const twice = rules.find(({ id }, at) => rules.findIndex((other) => other.id === id) !== at);
  if (twice !== undefined) value.fail(`the rule '${twice.id}' is there twice`);
  return {
    id: form.need('id').textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'horizon-ria'),
    name: readText(form.need('name')),
    version: form.need('version').text(),
    from: form.need('from').date(),
    to: form.optional('to', (day) => day.date()),
    action: form.optional('action', (action) => action.text()),
    source: readSourceName(form.need('source'), terms),
    newer: form.optional('newer', (newer) => {
      const part = newer.fields(['on', 'text', 'affects']);
      return {
        on: part.need('on').date(),
        text: readText(part.need('text')),
        affects: part.need('affects').list((id) => ruleId(id, rules)),
      };
    }),
    partnerSearch: form.optional('partnerSearch', (flag) => flag.flag()) ?? true,
    rules,
  };
}

function sharedOf(value: YamlValue, shared: SharedRules): readonly Rule[] {
  const name = value.text();
  return shared.get(name) ?? value.fail(`no shared rules '${name}'; known: ${[...shared.keys()].join(', ')}`);
}

function ruleId(value: YamlValue, rules: readonly Rule[]): string {
  const id = value.text();
  return rules.some((rule) => rule.id === id) ? id : value.fail(`no rule '${id}' here`);
}
