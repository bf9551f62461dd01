import { vectorsOf } from '../../../test/support/eligibility-vectors.js';
import { checkEligibility, type EligibilityAnswer } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();

const openRules = (answer: EligibilityAnswer): readonly string[] =>
  answer.rules
    .filter(({ result }) => result !== 'pass')
    .map(({ id }) => id)
    .sort();

describe('E-01, B-26: the eligibility vectors', () => {
  it('are all there, from E01 to E20', () => {
    const ids = new Set(vectorsOf('E').map(({ id }) => id.slice(0, 3)));
    expect([...ids]).toEqual(Array.from({ length: 20 }, (_, at) => `E${String(at + 1).padStart(2, '0')}`));
  });

  it.each(vectorsOf('E', 'W', 'R').map((vector) => [vector.id, vector.what, vector] as const))(
    '%s: %s',
    (_id, _what, { consortium, result, open }) => {
      const answer = checkEligibility(book, consortium);
      const named = open.filter((id) => id !== '*');
      const found = openRules(answer).filter((id) => !open.includes('*') || named.includes(id));
      expect({ result: answer.result, open: found }).toEqual({ result, open: [...named].sort() });
      for (const { text, found, source } of answer.rules.filter((rule) => rule.result !== 'pass')) {
        for (const said of [text.en, text.it, found.en, found.it, source.document]) expect(said).not.toBe('');
        expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    },
  );
});
