import fc from 'fast-check';

import { withoutNames } from './without-names.js';

const everyday = new Set(
  'we build test benches for battery modules with lasers and robots our company offers in the we make of steel cnc milling a is by developed machines at plant welding'.split(
    ' ',
  ),
);
const isCommon = (word: string): boolean => everyday.has(word);
const names = ['Turboweld Saldature S.r.l.', 'H3 Cube', 'Ada Ferrantini', 'Dalmine', 'BRIGHTARC'];
const masked = (text: string): string => withoutNames(text, { names, isCommon }) ?? '';
const frame = (inside: string): string =>
  `We build test benches for battery modules with ${inside} and robots`;

/** Who tries to be recognised, or is by accident: invented. */
const givingAway = [
  'Turboweld',
  'TURBOWELD',
  'turboweld',
  'TurboWeld™',
  'Türbowéld',
  'T u r b o w e l d',
  'Turbo-Weld',
  'turboweldlab',
  'Saldature Turboweld srl',
  'H3CUBE',
  'h3-cube',
  'H3 Cube',
  'Ada Ferrantini',
  'Ferrantini',
  'BrightArc',
  'Dalmine',
  'Τurboweld', // a Greek capital in the place of the T
  'Turbo\u200bweld',
  'https://turboweld.example/it?id=9',
  'www.esempio-saldature.it',
  'esempio-saldature.eu/prodotti',
  'info@esempio.it',
  'Via Leopardi 9',
  'viale dei Tigli, 20/A',
  '24044 Dalmine (BG)',
  'EP 1 234 567 B1',
  'US2019/0123456',
  'WO 2018/123456',
  'IT102019000012345',
  'patent no. X1234',
  '+39 035 1234567',
  'IT01234567890',
  '999888777',
  'Xylorix®',
  'Xylorix',
  'ZetaForm3',
];

describe('a text without names', () => {
  it.each(givingAway)('does not hold %s', (inside) => {
    const shown = masked(frame(inside));
    expect(shown).toContain('battery modules');
    expect(shown).toContain('robots');
    const told = shown.slice(shown.indexOf(' with ') + 6, shown.lastIndexOf(' and robots'));
    expect(told.replace(/[…\s.,;:/()+'-]/gu, '')).toBe('');
  });

  it('keeps what anybody may say', () => {
    const text =
      'We offer CNC milling of steel, 5 robots and lasers. Progettiamo machines, TRL 4 to 6 in 2024.';
    expect(masked(text.replace('TRL', 'CNC'))).toBe(text.replace('TRL', 'CNC'));
  });

  it('is nothing where nothing is left', () => {
    expect(withoutNames('Turboweld by Ferrantini', { names, isCommon })).toBeNull();
    expect(withoutNames('', { names, isCommon })).toBeNull();
  });

  it('never holds a name, however it is written among other words', () => {
    const dressings = fc.constantFrom(
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase(),
      (name: string) => [...name].join(' '),
      (name: string) => [...name].join('-'),
      (name: string) => [...name].join('.'),
      (name: string) => `«${name}»`,
      (name: string) => `x${name}y`,
    );
    fc.assert(
      fc.property(
        fc.constantFrom('Turboweld', 'Ferrantini', 'Brightarc'),
        dressings,
        fc.array(fc.constantFrom(...everyday), { minLength: 4, maxLength: 12 }),
        fc.nat(11),
        (name, dress, words, place) => {
          const text = [...words.slice(0, place), dress(name), ...words.slice(place)].join(' ');
          const run = masked(text)
            .toLowerCase()
            .replace(/[^a-z]/gu, '');
          expect(run).not.toContain(name.toLowerCase());
        },
      ),
    );
  });

  it('reads long hostile texts in one go', () => {
    for (const piece of ['a.', '1 ', 'A a ', 'via A', '@', 'EP 1', '…', 'www.'])
      expect(typeof masked(piece.repeat(20_000 / piece.length))).toBe('string');
  });
});
