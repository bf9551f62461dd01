import * as fc from 'fast-check';
import { readCsv } from '../source/csv-source.js';
import { conceptColumns, mergeConcepts, phraseColumns, readConceptPhrases, readConcepts } from './concept.js';
import {
  conceptAncestors,
  conceptDepth,
  isConceptUnder,
  splitConceptPath,
  toConceptCode,
} from './concept-code.js';
import { conceptSimilarity, conceptWeights } from './concept-similarity.js';

describe('a EuroSciVoc code', () => {
  it.each([
    ['/23/47/299', '/23/47/299'],
    ['23/47/299', '/23/47/299'],
    [' /23/47/ ', '/23/47'],
    ['/25/67/89023697/1183', '/25/67/89023697/1183'],
    ['', undefined],
    ['/', undefined],
    ['/23//47', undefined],
    ['/23/software', undefined],
  ])('%j is read as %j', (text, code) => {
    expect(toConceptCode(text)).toBe(code);
  });

  it('knows what lies above it, and how deep it is', () => {
    expect(conceptAncestors('/23/47/299')).toEqual(['/23/47', '/23']);
    expect([conceptDepth('/23'), conceptDepth('/23/47/299')]).toEqual([1, 3]);
    expect([
      isConceptUnder('/23/47', '/23'),
      isConceptUnder('/23/47', '/23/4'),
      isConceptUnder('/23', '/23'),
    ]).toEqual([true, false, true]);
  });

  it('reads paths in words with commas in a label, with or without a leading slash', () => {
    const label = 'electrical engineering, electronic engineering, information engineering';
    expect(splitConceptPath(`/engineering and technology/${label}`)).toEqual([
      'engineering and technology',
      label,
    ]);
    expect(splitConceptPath('natural sciences/mathematics')).toEqual(['natural sciences', 'mathematics']);
  });
});

describe('the similarity of concepts', () => {
  const code = () =>
    fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
      .map((steps) => `/${steps.join('/')}`);

  it('is Wu and Palmer’s with equal weights', () => {
    expect(conceptSimilarity('/23/47/299', '/23/47/297')).toBeCloseTo(2 / 3);
    expect(conceptSimilarity('/23/47', '/23/47/297/933')).toBeCloseTo(4 / 6);
    expect(conceptSimilarity('/23/47', '/25/47')).toBe(0);
  });

  it('lies in [0, 1], is the same both ways, and 1 only for the same code', () => {
    fc.assert(
      fc.property(code(), code(), fc.array(fc.array(code())), (a, b, documents) => {
        const value = conceptSimilarity(a, b, conceptWeights(documents));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value === 1).toBe(a === b);
        expect(conceptSimilarity(b, a, conceptWeights(documents))).toBeCloseTo(value, 12);
      }),
    );
  });

  it('counts a common broad parent less than a rare one', () => {
    const documents = [['/23/47/1/5'], ['/23/47/1/6'], ['/23/47/1/7'], ['/23/47/2/8'], ['/23/47/1']];
    const weight = conceptWeights(documents);
    expect(conceptSimilarity('/23/47/1/5', '/23/47/1/6', weight)).toBeLessThan(
      conceptSimilarity('/23/47/1/5', '/23/47/1/6'),
    );
    expect(weight('/23')).toBeLessThan(weight('/23/47/2'));
  });
});

describe('the concepts that ship with the program', () => {
  const seed = (rows: string) => readConcepts(readCsv('seed.csv', `code;en;it\n${rows}`, conceptColumns));
  const phrases = (rows: string) =>
    readConceptPhrases(
      readCsv('lexicon.csv', `code;language;phrase\n${rows}`, phraseColumns),
      seed('/23/47;computing;informatica\n'),
    );

  it('give way to a learned English label and keep the Italian one', () => {
    const learned = [{ code: '/23/47', label: { en: 'computer sciences', it: null } }];
    expect(mergeConcepts(seed('/23/47;computing;informatica\n'), learned)).toEqual([
      { code: '/23/47', label: { en: 'computer sciences', it: 'informatica' } },
    ]);
  });

  it.each([
    ['/23/48;en;software\n', 'lexicon.csv, line 2, code: /23/48 is not in euroscivoc-seed.csv'],
    ['/23/47;de;Software\n', 'lexicon.csv, line 2, language: expected en or it'],
    ['23/47;en;software\n', "lexicon.csv, line 2, code: '23/47' is no code like /23/47/299"],
    ['/23/47;en;a\n/23/47;en;A\n', "lexicon.csv, line 3, phrase: 'A' stands twice for /23/47"],
  ])('refuse the line %j', (rows, message) => {
    expect(() => phrases(rows)).toThrow(message);
  });
});
