import { scopes, type Check, type Rule, type Rulebook, type Scope } from '../../src/eligibility/index.js';

/** A rulebook with one error in one rule. */
export interface Mutant {
  readonly rule: Rule;
  readonly error: string;
  readonly book: Rulebook;
}

/** Every rule of the book once, those of topics too. */
export function rulesOf(book: Rulebook): readonly Rule[] {
  const sets = book.ruleSets.flatMap(({ rules }) => rules);
  const topics = [...book.topics.values()].flatMap(({ rules }) => rules);
  return [...new Set([...sets, ...topics])];
}

/** Plants each error that a person who edits the file could make in this rule; of a warning, those that hide it. */
export function mutantsOf(book: Rulebook, rule: Rule): readonly Mutant[] {
  const changes: [string, Rule | null][] = [
    ['left out', null],
    ['another severity', { ...rule, severity: rule.severity === 'hard' ? 'soft' : 'hard' }],
    ...(rule.severity === 'warning' ? [] : checksInstead(rule.check)).map(
      ([error, check]): [string, Rule] => [error, { ...rule, check }],
    ),
  ];
  if (rule.when !== null)
    changes.push(['applies elsewhere', { ...rule, when: { test: 'not', of: rule.when } }]);
  if (rule.unsettledFrom !== null) changes.push(['settled', { ...rule, unsettledFrom: null }]);
  if (rule.topicMayChange) changes.push(['no topic changes it', { ...rule, topicMayChange: false }]);
  return changes.map(([error, instead]) => ({ rule, error, book: replaced(book, rule, instead) }));
}

function checksInstead(check: Check): readonly [string, Check][] {
  switch (check.kind) {
    case 'at-least':
      return [
        ['one more', { ...check, count: check.count + 1 }],
        ['one fewer', { ...check, count: check.count - 1 }],
        ...otherScopes(check),
        ...(check.where === null ? [] : [['anybody', { ...check, where: null }] as [string, Check]]),
        ...(check.independent ? [['dependent', { ...check, independent: false }] as [string, Check]] : []),
        ...(check.distinct === 'entity'
          ? []
          : [['one place', { ...check, distinct: 'entity' }] as [string, Check]]),
        ...(check.including === null
          ? []
          : ([
              [
                'one more of the kind',
                { ...check, including: { ...check.including, count: check.including.count + 1 } },
              ],
              [
                'one fewer of the kind',
                { ...check, including: { ...check.including, count: check.including.count - 1 } },
              ],
            ] as [string, Check][])),
      ];
    case 'at-most':
      return [
        ['one more', { ...check, count: check.count + 1 }],
        ['one fewer', { ...check, count: check.count - 1 }],
        ...otherScopes(check),
      ];
    case 'none':
      return [['the opposite', { ...check, where: { test: 'not', of: check.where } }], ...otherScopes(check)];
    case 'share':
      return [
        ['a higher share', shifted(check, 10)],
        ['a lower share', shifted(check, -10)],
        ...otherScopes(check),
      ];
    case 'each-share':
      return [
        ['a higher share', { ...check, maxPercent: check.maxPercent + 10 }],
        ['a lower share', { ...check, maxPercent: check.maxPercent - 10 }],
      ];
    default:
      return [];
  }
}

function shifted(check: Extract<Check, { kind: 'share' }>, by: number): Check {
  const moved = (value: number | null): number | null => (value === null ? null : value + by);
  return { ...check, minPercent: moved(check.minPercent), maxPercent: moved(check.maxPercent) };
}

/** The next narrower and the next wider scope: the slips people make. */
function otherScopes<C extends Check & { readonly scope: Scope }>(check: C): [string, Check][] {
  const names = Object.keys(scopes).filter((name): name is Scope => name in scopes);
  const size = (name: Scope): number => scopes[name].length;
  const here = size(check.scope);
  const narrower = names.filter((name) => size(name) < here).sort((a, b) => size(b) - size(a))[0];
  const wider = names.filter((name) => size(name) > here).sort((a, b) => size(a) - size(b))[0];
  return [narrower, wider].flatMap((scope) =>
    scope === undefined ? [] : [[`scope ${scope}`, { ...check, scope }] as [string, Check]],
  );
}

function replaced(book: Rulebook, rule: Rule, instead: Rule | null): Rulebook {
  const changed = (rules: readonly Rule[]): readonly Rule[] =>
    rules.flatMap((other) => (other !== rule ? [other] : instead === null ? [] : [instead]));
  return {
    ...book,
    ruleSets: book.ruleSets.map((set) => ({ ...set, rules: changed(set.rules) })),
    topics: new Map(
      [...book.topics].map(([id, topic]) => [
        id,
        topic.rules.includes(rule) ? { ...topic, rules: changed(topic.rules) } : topic,
      ]),
    ),
  };
}
