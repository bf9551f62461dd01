import { distinctions, scopes, type Check, type Scope } from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { named, readPredicate, type Names } from './read-predicate.js';

const scopeNames = Object.keys(scopes).filter((name): name is Scope => name in scopes);

const keys = [
  'atLeast',
  'atMost',
  'none',
  'share',
  'eachShare',
  'budgetAddsUp',
  'oneEntryPerEntity',
  'ownershipWithoutCircle',
  'beforeDeadline',
  'read',
] as const;

/** How a rule is decided: one of `keys`, with what it takes. */
export function readCheck(value: YamlValue, names: Names): Check {
  const entries = value.entries();
  value.fields(keys);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) return value.fail(`give one of ${keys.join(', ')}`);
  const [name, of] = entry;
  switch (keys.find((known) => known === name)) {
    case 'atLeast':
      return readAtLeast(of, names);
    case 'atMost': {
      const form = of.fields(['count', 'scope', 'where']);
      return {
        kind: 'at-most',
        count: form.need('count').wholeNumber(0, 999),
        scope: readScope(form.need('scope')),
        where: form.optional('where', (claim) => readPredicate(claim, names)),
      };
    }
    case 'none': {
      const form = of.fields(['scope', 'where']);
      return {
        kind: 'none',
        scope: readScope(form.need('scope')),
        where: readPredicate(form.need('where'), names),
      };
    }
    case 'share':
      return readShare(of, names);
    case 'eachShare': {
      const form = of.fields(['scope', 'maxPercent']);
      return {
        kind: 'each-share',
        scope: readScope(form.need('scope')),
        maxPercent: form.need('maxPercent').number(0, 100),
      };
    }
    case 'budgetAddsUp':
      return said(of, { kind: 'budget-adds-up' });
    case 'oneEntryPerEntity':
      return said(of, { kind: 'one-entry-per-entity' });
    case 'ownershipWithoutCircle':
      return said(of, { kind: 'ownership-without-circle' });
    case 'beforeDeadline':
      return said(of, { kind: 'before-deadline' });
    case 'read':
      return said(of, { kind: 'read' });
    case undefined:
      return value.fail('unknown check');
  }
}

function readAtLeast(of: YamlValue, names: Names): Check {
  const form = of.fields([
    'count',
    'scope',
    'where',
    'distinct',
    'regionList',
    'independent',
    'including',
    'deemed',
  ]);
  const distinct = form.optional('distinct', (what) => what.oneOf(distinctions)) ?? 'entity';
  const regionList = form.optional('regionList', (list) => named(list, names.regionLists));
  if ((distinct === 'region') !== (regionList !== null))
    of.fail("'distinct: region' and 'regionList' go together");
  return {
    kind: 'at-least',
    count: form.need('count').wholeNumber(1, 999),
    scope: readScope(form.need('scope')),
    where: form.optional('where', (claim) => readPredicate(claim, names)),
    distinct,
    regionList,
    independent: form.optional('independent', (flag) => flag.flag()) ?? false,
    including: form.optional('including', (among) => {
      const part = among.fields(['count', 'where']);
      return {
        count: part.need('count').wholeNumber(1, 999),
        where: readPredicate(part.need('where'), names),
      };
    }),
    deemed: form.optional('deemed', (list) => list.list((item) => named(item, names.facts))) ?? [],
  };
}

function readShare(of: YamlValue, names: Names): Check {
  const form = of.fields(['of', 'scope', 'where', 'minPercent', 'maxPercent']);
  const percent = (value: YamlValue): number => value.number(0, 100);
  const [minPercent, maxPercent] = [
    form.optional('minPercent', percent),
    form.optional('maxPercent', percent),
  ];
  if ((minPercent === null) === (maxPercent === null)) of.fail("give 'minPercent' or 'maxPercent', not both");
  return {
    kind: 'share',
    of: form.need('of').oneOf(['budget', 'partners']),
    scope: readScope(form.need('scope')),
    where: form.optional('where', (claim) => readPredicate(claim, names)),
    minPercent,
    maxPercent,
  };
}

function readScope(value: YamlValue): Scope {
  return value.oneOf(scopeNames);
}

function said(value: YamlValue, check: Check): Check {
  return value.flag() ? check : value.fail('write true, or leave the rule out');
}
