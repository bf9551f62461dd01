import { comparePlaces, nameKey, sameVatNumber } from './same-organisation.js';

describe('telling organisations apart', () => {
  it.each([
    ['Alfa S.r.l.', 'ALFA SRL', true],
    ['Alfa s.c. a r.l.', 'Alfa scarl', true],
    ['Rossi & Figli S.p.A.', 'Rossi e Figli', true],
    ['Tecno Nova', 'Tecnonova', true],
    ['Università di Sogno', 'Universita di Sogno', true],
    ['Alfa', 'Alfa Due', false],
  ])('%j and %j have one name: %s', (a, b, one) => {
    expect(nameKey(a) === nameKey(b)).toBe(one);
  });

  it.each([
    ['Milano', 'MILAN', 'equal'],
    ['Milano', 'Milano (MI)', 'equal'],
    ['Milano', 'Monza', 'different'],
    ['Milano', null, 'unsaid'],
    [null, null, 'equal'],
  ])('%j and %j are places that are %s', (a, b, expected) => {
    const place = (city: string | null) => ({ legalName: 'x', country: 'IT', city });
    expect(comparePlaces(place(a), place(b))).toBe(expected);
  });

  it('VAT numbers are one with and without prefix, not with another', () => {
    expect(sameVatNumber('IT09999900989', '09999900989')).toBe(true);
    expect(sameVatNumber('IT09999900989', 'DE09999900989')).toBe(false);
    expect(sameVatNumber(null, null)).toBe(false);
  });
});
