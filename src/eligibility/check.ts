import { advise } from './advice.js';
import type { EligibilityAnswer, RuleAnswer } from './answer.js';
import type { Consortium } from './consortium.js';
import { bestPlaces, both } from './counting.js';
import { decide, type Result } from './decide.js';
import { joined } from './found.js';
import { ownershipOf } from './ownership.js';
import { someoneIs, type Case } from './predicate.js';
import { newerEdition, remarks } from './remarks.js';
import type { Rule } from './rule.js';
import { editionOf, type Applicable, type Rulebook } from './rulebook.js';
import { tempered, type Standing } from './tempered.js';

/**
 * Checks a consortium against the rules in force on its date.
 *
 * Pure: the same consortium and rulebook give the same answer; neither the order of partners nor their names matter.
 * @throws {RangeError} the rulebook names a list or fact that it does not hold
 */
export function checkEligibility(book: Rulebook, consortium: Consortium): EligibilityAnswer {
  const answer = answerOf(book, consortium);
  const retry = (changed: Consortium): EligibilityAnswer => answerOf(book, changed);
  return { ...answer, advice: advise(book, consortium, answer, retry) };
}

/** What the hard rules ask of the make-up of a consortium, in a form that one can be put together by. */
export interface Demands {
  /** so many kinds at least; by partner, in order: the kind it can count as, null: none */
  readonly minima: readonly { readonly count: number; readonly kinds: readonly (string | null)[] }[];
  /** so many beneficiaries at most; null: no limit is held */
  readonly most: number | null;
}

/**
 * The rules that fail whoever is too few or too many, whatever else is not known: no consortium of these partners that
 * breaks one of them can have another result than `fail`. What else fails, only the check says.
 */
export function demandsOf(book: Rulebook, consortium: Consortium): Demands {
  const of = caseOf(book, consortium);
  const nobody = answerOf(book, { ...consortium, partners: [] }).rules;
  const failing = new Set(nobody.flatMap(({ id, hard, result }) => (hard && result === 'fail' ? [id] : [])));
  const rules = rulesFor(of.applicable).filter(({ severity, when }) => severity === 'hard' && when === null);
  const limits = rules.flatMap(({ check, topicMayChange }) =>
    check.kind === 'at-most' && check.where === null && !topicMayChange ? [check.count] : [],
  );
  return {
    minima: rules.flatMap(({ id, check }) => {
      if (check.kind !== 'at-least' || !failing.has(id)) return [];
      const { count, where, including } = check;
      return [
        { count, kinds: bestPlaces(check, where, of) },
        ...(including === null
          ? []
          : [{ count: including.count, kinds: bestPlaces(check, both(where, including.where), of) }]),
      ];
    }),
    most: limits.length === 0 ? null : Math.min(...limits),
  };
}

function caseOf(book: Rulebook, consortium: Consortium): Case {
  const applicable = applicableTo(book, consortium);
  return {
    book,
    partners: consortium.partners,
    applicable,
    deadline: consortium.deadline,
    ownership: ownershipOf(consortium.partners),
    moment: { date: consortium.date, groups: groupsOf(applicable.part, book) },
  };
}

function answerOf(book: Rulebook, consortium: Consortium): EligibilityAnswer {
  const of = caseOf(book, consortium);
  const { applicable } = of;
  const { ruleSet, topic } = applicable;
  const rules = rulesFor(applicable)
    .filter((rule) => (rule.from ?? '') <= of.moment.date && (rule.to === null || of.moment.date <= rule.to))
    .map((rule) => ({ rule, applies: rule.when === null ? ('yes' as const) : someoneIs(rule.when, of) }))
    // what sends people to another text does so only where it surely applies, or it would always
    .filter(({ rule, applies }) => applies === 'yes' || (applies === 'maybe' && rule.check.kind !== 'read'));
  const unread =
    (consortium.topic !== null && topic === null) ||
    rules.some(({ rule }) => rule.severity === 'hard' && rule.check.kind === 'read');
  const answered = rules.map(({ rule, applies }) => ({
    rule,
    answer: answerTo(rule, { surely: applies === 'yes', unread }, of),
  }));
  const answers = [
    ...remarks(consortium, applicable),
    ...answered.filter(({ rule }) => rule.severity !== 'warning').map(({ answer }) => answer),
  ];
  return {
    result: overall(answers),
    ruleSet: ruleSet?.id ?? null,
    name: ruleSet?.name ?? null,
    version: ruleSet?.version ?? null,
    topic: topic?.id ?? consortium.topic,
    date: consortium.date,
    rules: answers,
    warnings: [
      ...newerEdition(applicable),
      ...answered
        .filter(({ rule, answer }) => rule.severity === 'warning' && answer.result !== 'pass')
        .map(({ answer }) => answer),
    ],
    advice: [],
    partnerSearch: ruleSet?.partnerSearch ?? true,
  };
}

/** Which edition, topic and programme part decide. */
function applicableTo(book: Rulebook, consortium: Consortium): Applicable {
  const { date } = consortium;
  const topic = consortium.topic === null ? null : (book.topics.get(consortium.topic.toLowerCase()) ?? null);
  const id = topic?.ruleSet ?? consortium.ruleSet;
  const part = topic?.part ?? consortium.programmePart;
  if (id === null) return { ruleSet: null, gap: 'none-held', topic, part, date };
  return { ...editionOf(book, id, date), topic, part, date };
}

function groupsOf(part: string | null, book: Rulebook): readonly string[] | null {
  return part === null ? null : [part, ...(book.partGroups.get(part) ?? [])];
}

function rulesFor({ ruleSet, topic }: Applicable): readonly Rule[] {
  const own = topic?.rules ?? [];
  const replaced = new Set(topic?.replaces ?? []);
  return [...(ruleSet?.rules ?? []).filter(({ id }) => !replaced.has(id)), ...own];
}

function answerTo(rule: Rule, standing: Standing, of: Case): RuleAnswer {
  const decision = decide(rule.check, of);
  const { result, why } = tempered(rule, decision, standing, of);
  return {
    id: rule.id,
    result,
    hard: rule.severity === 'hard',
    text: rule.text,
    found: why === null ? decision.found : joined([decision.found, why], '; '),
    source: rule.source,
    concerned: decision.concerned,
  };
}

/** The worst of the hard rules. */
function overall(answers: readonly RuleAnswer[]): Result {
  const hard = answers.filter((answer) => answer.hard).map(({ result }) => result);
  if (hard.includes('fail')) return 'fail';
  return hard.length === 0 || hard.includes('needs-review') ? 'needs-review' : 'pass';
}
