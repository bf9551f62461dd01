import { readGlossary } from './glossary.js';

describe('the glossary that ships with the program', () => {
  it('can be read without a problem, and no pair stands twice', () => {
    const pairs = readGlossary().map(({ italian, english }) => `${italian};${english}`);
    expect(pairs.length).toBeGreaterThanOrEqual(400);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
