import { preferredLanguage } from './preferred-language.js';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['it', 'it'],
  ['it-IT,it;q=0.9,en;q=0.8', 'it'],
  ['en-GB,en;q=0.9,it;q=0.8', 'en'],
  ['de-DE, fr;q=0.9', 'en'],
  ['de, it;q=0.4, en;q=0.5', 'en'],
  ['de, IT;q=0.4', 'it'],
  ['en;q=0, it;q=0.1', 'it'],
  ['it;q=2, en;q=banana', 'it'],
  ['italiano', 'en'],
  ['*', 'en'],
  [`${'x,'.repeat(100_000)}it`, 'en'],
] as const)('a browser that asks for %j is given %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
