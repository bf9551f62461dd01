import * as fc from 'fast-check';
import { PhraseMatcher } from './phrase-matcher.js';
import { splitWords } from './words.js';

const matcher = (language: 'en' | 'it', ...phrases: string[]) =>
  new PhraseMatcher(
    language,
    phrases.map((text) => ({ text, group: 'test', value: text })),
  );
const found = (one: PhraseMatcher<string>, text: string) =>
  one.match(text).map((match) => [match.value, text.slice(match.start, match.end)]);

describe('finding phrases', () => {
  it.each([
    ['en', 'machine tool', 'Our machine tools and MACHINE TOOL parts', ['machine tools', 'MACHINE TOOL']],
    ['en', 'internet of things', 'the Internet of the Things', ['Internet of the Things']],
    ['en', 'industry 4.0', 'Industry 4.0, and the industry since 1980', ['Industry 4.0']],
    ['en', '3D printing', '3d-printing of parts', ['3d-printing']],
    ['en', 'e-mobility', 'E-mobility; geographical mobility', ['E-mobility']],
    ['en', 'agri-food', 'agri food and agri-food', ['agri food', 'agri-food']],
    ['en', 'decarbonisation', 'decarbonization', ['decarbonization']],
    [
      'it',
      'gestione dei rifiuti',
      'la gestione integrata dei rifiuti, la gestione di rifiuti',
      ['gestione di rifiuti'],
    ],
    ['it', 'macchina utensile', 'macchine utensili', ['macchine utensili']],
    ['it', "qualità dell'aria", 'qualita dell’aria', ['qualita dell’aria']],
    ['it', 'riciclo', 'Riciclo', ['Riciclo']],
  ] as const)('%s: %s in %j', (language, phrase, text, expected) => {
    expect(found(matcher(language, phrase), text).map(([, words]) => words)).toEqual(expected);
  });

  it.each([
    ['en', 'waste water', 'We reduce waste. Water is reused.'],
    ['en', 'waste water', 'waste\n\nwater'],
    ['en', 'machine learning', 'machine (learning)'],
    ['en', 'productivity', 'a product, production'],
    ['en', 'humanities', 'human, humans'],
    ['en', 'economics', 'economic growth'],
    ['it', 'rifiuti', 'un rifiutare'],
  ] as const)('%s: %s is not in %j', (language, phrase, text) => {
    expect(found(matcher(language, phrase), text)).toEqual([]);
  });

  it('reads an acronym only in capitals, and not in a line that shouts', () => {
    const ai = matcher('it', 'AI');
    expect(found(ai, 'Offriamo ai clienti soluzioni AI e AI-based')).toHaveLength(2);
    expect(found(ai, 'RIVOLTO AI GIOVANI IMPRENDITORI')).toEqual([]);
    expect(found(ai, 'CONTRIBUTI AI')).toEqual([]);
    expect(found(ai, 'AI CITTADINI')).toEqual([]);
    expect(found(matcher('en', 'AI', 'IT'), 'AI/IT as it is')).toHaveLength(2);
  });

  it('takes the longest phrase of a group, and never the same words twice', () => {
    const both = matcher('en', 'water', 'water treatment', 'treatment plants');
    expect(found(both, 'Water treatment plants and water')).toEqual([
      ['water treatment', 'Water treatment'],
      ['water', 'water'],
    ]);
  });

  it('finds a value once where two of its phrases are the same word inflected', () => {
    const forms = new PhraseMatcher('it', [
      { text: 'imballaggio', group: 'test', value: 'packaging' },
      { text: 'imballaggi', group: 'test', value: 'packaging' },
    ]);
    expect(forms.match('gli imballaggi')).toHaveLength(1);
  });

  it('finds phrases of different groups on the same words', () => {
    const groups = new PhraseMatcher('en', [
      { text: 'water treatment', group: 'a', value: 1 },
      { text: 'treatment', group: 'b', value: 2 },
    ]);
    expect(groups.match('water treatment').map((match) => match.value)).toEqual([1, 2]);
  });

  it('reads across a single line end, as texts from PDF have them', () => {
    expect(found(matcher('en', 'machine learning'), 'machine\nlearning')).toHaveLength(1);
  });

  it('gives places that hold the words, for any text', () => {
    const one = matcher('en', 'a', 'b c', 'c', 'the b');
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'the', ' ', '. ', '\n\n', 'é', '😀', '4.0'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join(' ');
        for (const { start, end } of one.match(whole)) {
          expect(start).toBeLessThan(end);
          expect(whole.slice(start, end)).toMatch(/^[abc]|^the/);
        }
        const { count, starts, ends } = splitWords(whole);
        for (let at = 1; at < count; at += 1) expect(starts[at]).toBeGreaterThan(ends[at - 1] ?? 0);
      }),
    );
  });
});
