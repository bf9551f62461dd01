import fc from 'fast-check';

import { maskText, takenOut } from './mask-text.js';

/** An invented organisation and its people. */
const names = ['Bruma Meccatronica S.r.l.', 'BRUMA', 'Ada Rossi', 'CELLSORT'];
const masked = (text: string): string => maskText(text, names).text;

describe('A-31 what a masked side writes', () => {
  it.each([
    ['its name', 'We at Bruma Meccatronica build lines.', 'We at […] build lines.'],
    ['its name with the legal form', 'Bruma Meccatronica S.r.l. builds lines.', '[…]. builds lines.'],
    ['its short name, spaced and accented', 'B r u m a and Brùma', '[…] and […]'],
    ['its people', 'Ask for ADA ROSSI.', 'Ask for […].'],
    ['its projects', 'as in CellSort (2024)', 'as in […] (2024)'],
    ['an address', 'write to ada.rossi@bruma.example please', 'write to […] please'],
    ['an address in disguise', 'info (at) bruma-lines (dot) it', '[…]'],
    ['a link', 'see https://lines.example/x?y=1 and www.lines.it', 'see […] and […]'],
    ['a bare host', 'see lines-sort.eu/team now', 'see […] now'],
    ['a phone number', 'call +39 030 123 4567 today', 'call […] today'],
    ['a patent', 'protected by EP 3456789 B1 and WO2021/123456 A1', 'protected by […] and […]'],
    ['an Italian patent', 'brevetto 102021000012345', 'brevetto […]'],
    ['a PIC', 'our PIC: 999888777', 'our […]'],
  ])('takes out %s', (_, text, expected) => expect(masked(text)).toBe(expected));

  it('leaves everything else as it stands', () => {
    const text =
      'Automated opening of cells, 3 lines, TRL 6, 2024–2026, about 1.500 cells a day; brumal weather.';
    expect(maskText(text, names)).toEqual({ text, removed: [] });
  });

  it('says what it took out, and lets stand what a person allowed', () => {
    const text = 'EP1234567 and www.bruma.it';
    expect(maskText(text, names).removed).toEqual([
      { kind: 'patent', text: 'EP1234567' },
      { kind: 'link', text: 'www.bruma.it' },
    ]);
    expect(maskText(text, names, ['EP1234567']).text).toBe(`EP1234567 and ${takenOut}`);
  });

  it('finds a name wherever it stands among other words', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ,.;()\n-]{0,60}$/),
        fc.stringMatching(/^[a-z ,.;()\n-]{0,60}$/),
        (before, after) => {
          const text = `${before} Bruma Meccatronica ${after}`;
          expect(masked(text).toLowerCase()).not.toContain('meccatronica');
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('needs no longer than the text for a text made to be slow', () => {
    for (const text of [
      'a.'.repeat(20_000),
      '+39 1'.repeat(8_000),
      'a@'.repeat(20_000),
      'PIC '.repeat(10_000),
    ])
      expect(maskText(text, names).text.length).toBeGreaterThan(0);
  });
});
