import { stem } from '../ranking/text/index.js';
import { readGlossary } from './glossary.js';

const pairs = readGlossary();
const italian = pairs.flatMap((pair) => ('italian' in pair ? [pair] : []));
const synonyms = pairs.flatMap((pair) => ('same' in pair ? [pair] : []));

/** The words of a phrase that carry meaning, by the keys they are compared by. */
const keyOf = (words: string, language: 'en' | 'it'): string =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => stem(word, language) || [])
    .join(' ');

describe('the word list that ships with the program', () => {
  it('has at least 1,500 Italian–English pairs, each once by the keys it is read by', () => {
    const keys = italian.map((pair) => `${keyOf(pair.italian, 'it')};${keyOf(pair.english, 'en')}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(1_500);
  });

  it('gives no word for the same twice, in whatever order', () => {
    const keys = synonyms.map(({ english, same }) =>
      [keyOf(english, 'en'), keyOf(same, 'en')].sort().join(';'),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { english, same } of synonyms) expect(keyOf(english, 'en')).not.toBe(keyOf(same, 'en'));
  });

  it('leads from no word to more than six', () => {
    const counts = new Map<string, number>();
    for (const pair of italian) counts.set(pair.italian, (counts.get(pair.italian) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 6)).toEqual([]);
  });

  it('has no two Italian words under one key that mean different things', () => {
    const words = new Map<string, Set<string>>();
    for (const { italian: word } of italian) {
      if (/[^\p{L}]/u.test(word)) continue;
      const key = stem(word, 'it');
      words.set(key, (words.get(key) ?? new Set()).add(word.toLowerCase().replace(/[aeioàèéìòù]+$/u, '')));
    }
    const shared = [...words].filter(([, forms]) => forms.size > 1).map(([key]) => key.slice(1));
    expect(shared.filter((key) => !oneNotion.has(key))).toEqual([]);
  });

  it.each([
    ['manufacturing', 'tornitura', 'turning'],
    ['agrifood', 'mangime', 'feed'],
    ['mobility', 'banchina', 'quay'],
    ['life sciences', 'anticorpo', 'antibody'],
    ['living environments', 'ausilio', 'assistive device'],
    ['smart cities', 'affresco', 'fresco'],
    ['aerospace', 'galleria del vento', 'wind tunnel'],
    ['energy and cleantech', 'girante', 'runner'],
    ['green chemistry', 'tensioattivo', 'surfactant'],
  ])('speaks of %s: %s', (_, word, english) => {
    expect(italian).toContainEqual({ italian: word, english });
  });
});

/** Keys of several words of one family, looked at by hand: `polmone` and `polmonare`. */
const oneNotion = new Set(
  `affid filat fil fabbric arred siderurg caric depur recuper allev farmac chirurg polmon abit cittadin elabor apprend
  crittograf posizion essicc ricerc speriment progett polimer riutilizz climatizz selezion macell spedizion consegn rilev
  molecol fisioterap immobil partecip restaur turist confront conform stampar lavor`.split(/\s+/),
);
