import { defaultModel } from '../model.js';
import type { OpportunityText } from '../opportunity-text.js';
import { buildGlossary } from '../text/glossary.js';
import { stem } from '../text/stem.js';
import { pairKey } from '../text/tokens.js';
import { callTerms, rolePlace, titlePlace } from './call-terms.js';
import { fullWeight, queryTerms } from './query-terms.js';
import type { QueryContext, QueryTerm } from './query-terms.js';

/** A thousand documents: `robot` in half of them, `gripper` in ten, every other word in none. */
const statistics = {
  documentCount: 1000,
  averageLengths: [8, 5, 150] as const,
  documentFrequency: (term: string) => ({ robot: 500, gripper: 10, disassembl: 40 })[term] ?? 0,
};
const plain: QueryContext = { weights: defaultModel.query, statistics, boilerplate: null, glossary: null };

function termsOf(
  call: Partial<OpportunityText>,
  context: Partial<QueryContext> = {},
  role: string | null = null,
): QueryTerm[] {
  const full = { id: 'T-1', title: '', keywords: [], sections: [], ...call };
  return queryTerms(callTerms(full, role, defaultModel.query, new Set()), full.concepts ?? [], {
    ...plain,
    ...context,
  });
}

const weightOf = (terms: readonly QueryTerm[], key: string): number =>
  terms.find((term) => term.key === key)?.weight ?? 0;
/** Without the translations. */
const ownOf = (terms: readonly QueryTerm[]): QueryTerm[] =>
  terms.filter(({ notion }, place) => notion === place);
const summary = (text: string, language: 'en' | 'it' = 'en'): Partial<OpportunityText> => ({
  sections: [{ kind: 'summary', text, language }],
});

describe('the terms of a call', () => {
  it('weigh the more the rarer they are in the evidence', () => {
    const terms = termsOf(summary('Robots, grippers'));
    expect(weightOf(terms, 'gripper')).toBe(fullWeight);
    expect(weightOf(terms, 'robot')).toBeLessThan(fullWeight / 4);
  });

  it('weigh more where an outcome says them than where a condition does', () => {
    const terms = termsOf({
      sections: [
        { kind: 'outcome', text: 'sensors', language: 'en' },
        { kind: 'conditions', text: 'lathes', language: 'en' },
      ],
    });
    expect(weightOf(terms, 'sensor')).toBeGreaterThan(5 * weightOf(terms, 'lath'));
  });

  it('level off: said a hundred times is less than three times as heavy as said once', () => {
    const terms = termsOf(summary(`lathes; ${'sensors; '.repeat(100)}`));
    expect(weightOf(terms, 'sensor')).toBeLessThan(3 * weightOf(terms, 'lath') + 1);
  });

  it('carry the words as the call writes them, and where they stand', () => {
    const [pair] = termsOf({ title: 'Tool for Robotic Grippers (RIA)' }).filter(
      ({ key }) => key === 'robot gripper',
    );
    expect(pair).toMatchObject({ label: 'Robotic Grippers', sections: [titlePlace], bridge: null });
    expect(weightOf(termsOf({ title: 'Grippers (RIA)' }), 'ria')).toBe(0);
  });

  it('lose what calls say whatever they are about, alone and in pairs', () => {
    const boilerplate = { calls: 100, factors: { propos: 0 }, sentences: [] };
    const terms = termsOf(summary('Proposals gripper proposals'), { boilerplate });
    expect(ownOf(terms).map(({ key }) => key)).toEqual(['gripper']);
  });
});

describe('a word of the other language', () => {
  const glossary = buildGlossary([{ italian: 'smontaggio', english: 'disassembly' }]);

  it('is looked for beside the call’s own, a little lighter, and leads back to it', () => {
    const terms = termsOf(summary('lo smontaggio della pinza', 'it'), { glossary });
    const own = terms.findIndex(({ label, notion }, place) => notion === place && label === 'smontaggio');
    const other = terms.find(({ key }) => key === 'disassembl');
    expect(other?.bridge).toEqual({ from: 'smontaggio', to: 'disassembly' });
    expect(other?.notion).toBe(own);
    expect(other?.weight).toBeLessThan(terms[own]!.weight);
  });

  it('is as common as its translation: unknown to the evidence does not make it rare', () => {
    const without = termsOf(summary('smontaggio, pinza', 'it'));
    const withIt = termsOf(summary('smontaggio, pinza', 'it'), { glossary });
    const key = without.find(({ label }) => label === 'smontaggio')!.key;
    expect(weightOf(without, key)).toBe(fullWeight);
    expect(weightOf(withIt, key)).toBeLessThan(fullWeight);
  });

  it('never meets a word of this language that is written alike', () => {
    const bread = buildGlossary([{ italian: 'pane', english: 'bread' }]);
    const keys = termsOf(summary('bread', 'en'), { glossary: bread }).map(({ key }) => key);
    expect(keys).toContain(stem('pane', 'it'));
    expect(keys).not.toContain(stem('pans', 'en'));
  });

  it('is the same word at full weight, where both languages write it alike', () => {
    const terms = termsOf(summary('software', 'en'));
    expect(weightOf(terms, stem('software', 'it'))).toBe(weightOf(terms, stem('software', 'en')));
    expect(terms.every(({ bridge }) => bridge === null)).toBe(true);
  });

  it('is guessed from a word of science that the list does not know', () => {
    const terms = termsOf(summary('thermography', 'en'));
    expect(terms.find(({ key }) => key === stem('termografia', 'it'))?.bridge).toEqual({
      from: 'thermography',
      to: 'termografia',
    });
  });

  it('is put together of two, the other way round', () => {
    const words = buildGlossary([
      { italian: 'accumulo', english: 'storage' },
      { italian: 'termico', english: 'thermal' },
    ]);
    const terms = termsOf(summary('thermal storage', 'en'), { glossary: words });
    expect(terms.find(({ bridge }) => bridge?.from === 'thermal storage')?.key).toBe(
      pairKey(stem('accumulo', 'it'), stem('termico', 'it')),
    );
  });

  it('changes nothing about the weights of the call’s own words', () => {
    const text = summary('bread and robots, thermal storage, software', 'en');
    const bread = buildGlossary([{ italian: 'pane', english: 'bread' }]);
    const weights = (terms: readonly QueryTerm[]) => ownOf(terms).map(({ key, weight }) => [key, weight]);
    expect(weights(termsOf(text, { glossary: bread }))).toEqual(weights(termsOf(text)));
  });
});

describe('a role asked for in words', () => {
  const long = Array.from(
    { length: 200 },
    (_, at) => `subject${String.fromCharCode(97 + (at % 26))}x${String(at)}y`,
  );

  it('is its share of all words, however long the call', () => {
    const terms = ownOf(termsOf(summary(long.join(', ')), {}, 'battery test bench'));
    const total = terms.reduce((sum, { weight }) => sum + weight, 0);
    const role = terms.filter(({ sections }) => sections.includes(rolePlace));
    const share = role.reduce((sum, { weight }) => sum + weight, 0) / total;
    expect(share).toBeCloseTo(defaultModel.query.roleShare, 1);
  });
});

describe('concepts', () => {
  const concepts = [{ code: '/25/75/469', label: 'manufacturing engineering', confidence: 0.8 }];

  it('count with those above them, up to the second level, and weigh little beside the words', () => {
    const terms = termsOf({ ...summary('robots, grippers, lathes, sensors, milling, lasers'), concepts });
    const found = terms.filter(({ kind }) => kind === 'concepts');
    expect(found.map(({ key }) => key)).toEqual(['/25/75/469', '/25/75']);
    const sum = (of: readonly QueryTerm[]): number => of.reduce((total, { weight }) => total + weight, 0);
    const words = sum(ownOf(terms)) - sum(found);
    expect(sum(found) / words).toBeCloseTo(0.8 * defaultModel.query.concepts, 2);
  });

  it('are all there is of a call without words', () => {
    expect(termsOf({ concepts }).map(({ kind }) => kind)).toEqual(['concepts', 'concepts']);
  });
});
