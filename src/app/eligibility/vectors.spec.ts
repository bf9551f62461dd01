import { journeyVectors, workedCases, type Vector } from '../../../test/support/eligibility-vectors.js';
import { checkEligibility, type EligibilityAnswer } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();

const openRules = (answer: EligibilityAnswer): readonly string[] =>
  answer.rules
    .filter(({ result }) => result !== 'pass')
    .map(({ id }) => id)
    .sort();

describe('the eligibility vectors', () => {
  it.each(
    [...journeyVectors, ...workedCases].map((vector): [string, string, Vector] => [
      vector.id,
      vector.what,
      vector,
    ]),
  )('%s: %s', (_id, _what, { consortium, result, open }) => {
    const answer = checkEligibility(book, consortium);
    expect({ result: answer.result, open: openRules(answer) }).toEqual({ result, open: [...open].sort() });
  });
});
