import { callFor } from '../../../test/support/ranking-corpus.js';
import { isBoilerplate, learnBoilerplate, sectionSentences } from './boilerplate.js';
import { stem } from './stem.js';

const repeated = 'Proposals should describe their plans to involve stakeholders across borders.';
const subjects = ['olives', 'photons', 'villages', 'turbines', 'enzymes', 'cables', 'schools', 'pipelines'];
const calls = Array.from({ length: 40 }, (_, at) =>
  callFor(`T-${String(at)}`, `${repeated} Study ${subjects[at % 8]!} and subject${String(at)}.`),
);

describe('what calls repeat', () => {
  const learned = learnBoilerplate(calls);

  it('is weighed down the more calls say it, to nothing where all do', () => {
    expect(learned.factors[stem('proposals', 'en')]).toBeCloseTo(0);
    expect(learned.factors[stem('olives', 'en')]).toBeGreaterThan(0);
    expect(learned.factors[stem('olives', 'en')]).toBeLessThan(1);
    expect(learned.factors).not.toHaveProperty('subject7');
  });

  it('is not read at all where it is a sentence', () => {
    const known = new Set(learned.sentences);
    const [first, second] = sectionSentences(calls[0]!.sections[0]!);
    expect(isBoilerplate(first!, known)).toBe(true);
    expect(isBoilerplate(second!, known)).toBe(false);
  });

  it('does not depend on the order of the calls', () => {
    expect(JSON.stringify(learnBoilerplate(calls.toReversed()))).toBe(JSON.stringify(learned));
  });

  it('cannot be told from fewer than twenty', () => {
    expect(learnBoilerplate(calls.slice(0, 19))).toEqual({ calls: 19, factors: {}, sentences: [] });
    expect(learnBoilerplate(calls.slice(0, 20)).sentences).toHaveLength(1);
  });
});
