import { vectorsOf } from '../../../test/support/eligibility-vectors.js';
import { mutantsOf, rulesOf } from '../../../test/support/rule-mutants.js';
import { checkEligibility, type Consortium, type Rule, type Rulebook } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();

const seen = (by: Rulebook, consortium: Consortium): string => {
  const { result, rules, warnings } = checkEligibility(by, consortium);
  const told = [...rules, ...warnings].filter((rule) => rule.result !== 'pass');
  return `${result}: ${told
    .map((rule) => `${rule.id} ${rule.result} ${rule.hard}`)
    .sort()
    .join(', ')}`;
};

const vectors = vectorsOf('E', 'W', 'R').map(({ consortium }) => ({
  consortium,
  seen: seen(book, consortium),
}));

/** Whether the rule has a say in this case at all. */
const concerns = (rule: Rule, { topic, ruleSet }: Consortium): boolean => {
  const held = topic === null ? undefined : book.topics.get(topic.toLowerCase());
  const set = held?.ruleSet ?? ruleSet;
  return (
    held?.rules.includes(rule) === true ||
    book.ruleSets.some(({ id, rules }) => id === set && rules.includes(rule))
  );
};

describe('an error planted in a rule file', () => {
  it.each(rulesOf(book).map((rule) => [rule.id, rule] as const))(
    'in %s is noticed by a vector',
    (_id, rule) => {
      const concerned = vectors.filter(({ consortium }) => concerns(rule, consortium));
      const unnoticed = mutantsOf(book, rule)
        .filter((mutant) => concerned.every((vector) => seen(mutant.book, vector.consortium) === vector.seen))
        .map(({ error }) => error);
      expect(unnoticed).toEqual([]);
    },
  );
});
