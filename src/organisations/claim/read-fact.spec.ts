import { readFact } from './read-fact.js';

describe('a fact that somebody corrects', () => {
  it.each([
    ['city', '  San   Donato ', 'San Donato'],
    ['country', 'IT', 'IT'],
    ['employees', '28', 28],
    ['sme', 'false', false],
    ['url', 'www.prova.example', 'https://www.prova.example/'],
    ['languages', 'it, en it', ['it', 'en']],
    ['ecosystems', 'Smart Mobility; Aerospace', ['Smart Mobility', 'Aerospace']],
  ] as const)('is read: %s "%s"', (field, written, read) => {
    expect(readFact(field, written)).toEqual(read);
  });

  it.each([
    ['legalName', ''],
    ['legalName', 'x'.repeat(301)],
    ['legalName', 'Alfa\u0000Srl'],
    ['legalName', 'Alfa \u202egnp.Srl'],
    ['country', 'Italy'],
    ['employees', '-1'],
    ['employees', '1e9'],
    ['employees', '99999999'],
    ['type', 'SME'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://user:secret@prova.example'],
    ['url', 'prova'],
    ['languages', 'Italian'],
    ['nuts', 'Milano'],
    ['sme', 'yes'],
  ] as const)('is refused with what to write: %s "%s"', (field, written) => {
    expect(() => readFact(field, written)).toThrow(
      expect.objectContaining({ code: 'organisations.bad-line', kind: 'invalid' }),
    );
  });
});
