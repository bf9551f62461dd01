import { vectorsOf } from '../../../test/support/eligibility-vectors.js';
import { checkEligibility, type EligibilityAnswer } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();

const openRules = (answer: EligibilityAnswer): readonly string[] =>
  answer.rules
    .filter(({ result }) => result !== 'pass')
    .map(({ id }) => id)
    .sort();

describe('the eligibility vectors', () => {
  it.each(vectorsOf('E', 'W', 'R').map((vector) => [vector.id, vector.what, vector] as const))(
    '%s: %s',
    (_id, _what, { consortium, result, open }) => {
      const answer = checkEligibility(book, consortium);
      const named = open.filter((id) => id !== '*');
      const found = openRules(answer).filter((id) => !open.includes('*') || named.includes(id));
      expect({ result: answer.result, open: found }).toEqual({ result, open: [...named].sort() });
    },
  );
});
