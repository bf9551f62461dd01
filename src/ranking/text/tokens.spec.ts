import { detectLanguage } from './language.js';
import { stem } from './stem.js';
import { tokens } from './tokens.js';

describe('the key of a word', () => {
  it.each<[string, 'en' | 'it', string]>([
    ['is its stem', 'en', stem('recycles', 'en')],
    ['does not depend on letter case', 'en', stem('RECYCLING', 'en')],
  ])('%s', (_, language, key) => {
    expect(key).toBe(stem('recycling', language));
    expect(key).not.toBe('');
  });

  it('joins singular and plural in Italian, and drops accents', () => {
    expect(stem('batterie', 'it')).toBe(stem('batteria', 'it'));
    expect(stem('città', 'it')).toBe(stem('citta', 'it'));
  });

  it('belongs to its language: what is written alike is another word', () => {
    expect(stem('pane', 'it')).not.toBe(stem('pan', 'en'));
  });

  it.each(['learning', 'laser', 'cloud', 'IoT'])(
    'is that of English for English words in Italian: %s',
    (word) => {
      expect(stem(word, 'it')).toBe(stem(word, 'en'));
    },
  );

  it('tells words apart that the stemmer takes for one', () => {
    expect(stem('batteri', 'it')).not.toBe(stem('batterie', 'it'));
    expect(stem('batteri', 'it')).toBe(stem('batterio', 'it'));
    expect(stem('stampa', 'it')).not.toBe(stem('stampo', 'it'));
  });

  it('keeps words with a digit as they are', () => {
    expect(stem('CO2', 'en')).toBe('co2');
  });

  it.each(['the', 'x', '2026', 'a'.repeat(41), ''])("is '' for what carries nothing: %s", (word) => {
    expect(stem(word, 'en')).toBe('');
  });

  it('asks which language: a stop word of one may be a word of the other', () => {
    expect(stem('come', 'it')).toBe('');
    expect(stem('come', 'en')).not.toBe('');
  });
});

describe('tokens', () => {
  it('say where each word stands', () => {
    const text = 'The «batteries» of électric cars';
    expect(tokens(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      'batteries',
      'électric',
      'cars',
    ]);
  });

  it('join over stop words and hyphens, never over a comma or a line end', () => {
    const joined = (text: string): boolean[] => tokens(text, 'en').map((token) => token.joined);
    expect(joined('lithium-ion batteries of cars')).toEqual([false, true, true, true]);
    expect(joined('lithium, batteries\ncars')).toEqual([false, false, false]);
    expect(joined('lithium, the batteries')).toEqual([false, false]);
  });
});

describe('the language of a text', () => {
  it.each<[string, 'en' | 'it']>([
    ['Il riciclo delle batterie e dei metalli', 'it'],
    ['The recycling of batteries and of metals', 'en'],
    ['Cobalto Litio Nichel', 'en'],
    ['', 'en'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
