import {
  partnerRoles,
  partnerTypes,
  severities,
  type Remedy,
  type Rule,
  type Source,
  type Text,
} from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { readCheck } from './read-check.js';
import { named, readPredicate, type Names } from './read-predicate.js';

/** What rules of every file may refer to. */
export interface RuleTerms extends Names {
  readonly sources: ReadonlyMap<string, Source>;
}

/** A rule, in the form that data/rules/README.md documents. */
export function readRule(value: YamlValue, terms: RuleTerms): Rule {
  const form = value.fields([
    'id',
    'severity',
    'text',
    'source',
    'from',
    'to',
    'when',
    'unsettledFrom',
    'topicMayChange',
    'check',
    'remedies',
  ]);
  const date = (day: YamlValue): string => day.date();
  return {
    id: form.need('id').textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'standard-three'),
    severity: form.need('severity').oneOf(severities),
    text: readText(form.need('text')),
    source: readSourceName(form.need('source'), terms),
    from: form.optional('from', date),
    to: form.optional('to', date),
    when: form.optional('when', (claim) => readPredicate(claim, terms)),
    unsettledFrom: form.optional('unsettledFrom', date),
    topicMayChange: form.optional('topicMayChange', (flag) => flag.flag()) ?? false,
    check: readCheck(form.need('check'), terms),
    remedies: form.optional('remedies', (list) => list.list((item) => readRemedy(item, terms))) ?? [],
  };
}

/** Both languages; neither may be missing. */
export function readText(value: YamlValue): Text {
  const form = value.fields(['en', 'it']);
  return { en: form.need('en').text(), it: form.need('it').text() };
}

export function readSource(value: YamlValue): Source {
  const form = value.fields(['document', 'date', 'url']);
  return {
    document: form.need('document').text(),
    date: form.need('date').date(),
    url: form.optional('url', (url) => url.text()),
  };
}

/** The source that a short name stands for. */
export function readSourceName(value: YamlValue, { sources }: RuleTerms): Source {
  const name = value.text();
  return sources.get(name) ?? value.fail(`no source '${name}'; known: ${[...sources.keys()].join(', ')}`);
}

function readRemedy(value: YamlValue, terms: RuleTerms): Remedy {
  const form = value.fields(['text', 'add', 'giveRole', 'leaveOut']);
  const changes = [
    form.optional('add', (add) => readAddition(add, terms)),
    form.optional('giveRole', (role) => ({ kind: 'give-role', role: role.oneOf(partnerRoles) }) as const),
    form.optional('leaveOut', (flag) => (flag.flag() ? ({ kind: 'leave-out' } as const) : null)),
  ].filter((change) => change !== null);
  const [change] = changes;
  if (change === undefined || changes.length > 1)
    return value.fail("give one of 'add', 'giveRole', 'leaveOut'");
  return { text: readText(form.need('text')), change };
}

function readAddition(value: YamlValue, terms: RuleTerms): Remedy['change'] {
  const form = value.fields(['countryOf', 'regionOf', 'type', 'sme', 'facts']);
  return {
    kind: 'add',
    countryOf: named(form.need('countryOf'), terms.countryLists),
    regionOf: form.optional('regionOf', (list) => named(list, terms.regionLists)),
    type: form.optional('type', (type) => type.oneOf(partnerTypes)),
    sme: form.optional('sme', (flag) => flag.flag()),
    facts: form.optional('facts', (list) => list.list((item) => named(item, terms.facts))) ?? [],
  };
}
