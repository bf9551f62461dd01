import { foldLegalName } from './fold-legal-name.js';

describe('the folded legal name', () => {
  it.each([
    ['Alfa S.r.l.', 'alfa'],
    ['ALFA SRL', 'alfa'],
    ['Alfa s.c.a r.l.', 'alfa'],
    ['Società Agricola Béta S.p.A.', 'agricola beta'],
    ['Gamma GmbH & Co. KG', 'gamma'],
    ['S.p.A.', 'spa'],
  ])('of %s is "%s"', (name, folded) => {
    expect(foldLegalName(name)).toBe(folded);
  });
});
