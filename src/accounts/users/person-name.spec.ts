import { personName } from './person-name.js';

describe('how somebody is called', () => {
  it.each([
    ['  Ada   Bianchi ', 'Ada   Bianchi'],
    ["Niccolo\u0300 D'Aŭ-Łukasz", "Niccolò D'Aŭ-Łukasz"],
    ['Мария 李 مريم', 'Мария 李 مريم'],
  ])('%j is kept as %j', (written, kept) => expect(personName(written)).toBe(kept));

  it.each([
    ['nothing', ' \u00a0 '],
    ['more than 200 characters', 'x'.repeat(201)],
    ['a line break', 'Ada\r\nBcc: all@prova.example'],
    ['NUL', 'Ada\u0000'],
    ['escape', 'Ada\u001b[2J'],
    ['C1 next line', 'Ada\u0085x'],
    ['a turned reading direction', 'Ada \u202egnp.iznaiB'],
    ['an isolate', 'Ada \u2066Bianchi'],
    ['zero width', 'A\u200bda'],
    ['a byte order mark', 'A\ufeffda'],
    ['a line separator', 'Ada\u2028Bianchi'],
    ['half a character', 'Ada \ud83d'],
    ['a tag character', 'Ada \u{e0041}'],
    ['private use', 'Ada \ue000'],
  ])('is refused: %s', (_what, written) => {
    expect(() => personName(written)).toThrow(expect.objectContaining({ code: 'accounts.bad-user' }));
  });
});
