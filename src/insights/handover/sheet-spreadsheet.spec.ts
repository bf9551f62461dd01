import { handoverWords } from './handover-words.js';
import { nameFor } from './sheet-spreadsheet.js';

const named = (heading: string): string => nameFor(heading, []);

describe('the name of a worksheet', () => {
  it('is cut after a word, never within one', () => {
    expect(named('Role of each partner, and why this one')).toBe('Role of each partner, and');
    expect(named('Ruolo di ciascun partner, e perché proprio questo')).toBe('Ruolo di ciascun partner, e');
    expect(named('Partner, nell’ordine richiesto dalla Parte A')).toBe('Partner, nell’ordine');
    for (const language of ['en', 'it'] as const) {
      const words = handoverWords(language);
      for (const heading of [words.partners, words.why, words.waivers, words.open, words.fitForm]) {
        const name = named(heading);
        expect(name.length).toBeLessThanOrEqual(28);
        const [after = ''] = heading
          .replace(/[:*?/]/g, ' ')
          .replace(/\s+/g, ' ')
          .slice(name.length);
        expect([name, /^[\s,;.]?$/.test(after)]).toEqual([name, true]);
      }
    }
  });

  it('is the whole heading where it fits, without what a spreadsheet program refuses', () => {
    expect(named('Waived, by name')).toBe('Waived, by name');
    expect(named('Eligibility: needs review')).toBe('Eligibility needs review');
    expect(named('a'.repeat(28))).toBe('a'.repeat(28));
    expect(named('a'.repeat(40))).toBe('a'.repeat(28));
  });

  it('is another one where two headings begin alike', () => {
    const taken = [{ name: 'Partners, in the order in' }];
    expect(nameFor('Partners, in the order in which Part A asks', taken)).toBe('Partners, in the order in 2');
  });
});
