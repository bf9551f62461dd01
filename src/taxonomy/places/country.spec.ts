import { parse } from 'csv-parse/sync';
import { sharedFile } from '../../../test/support/shared-data.js';
import { countryName, resolveCountry } from './country.js';

describe('resolveCountry', () => {
  it.each([
    ['NO', 'NO'],
    ['no', 'NO'],
    ['NA', 'NA'],
    ['EL', 'GR'],
    ['GR', 'GR'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['GBR', 'GB'],
    ['ita', 'IT'],
    ['XK', 'XK'],
    ['KOS', 'XK'],
    ['Kosovo*', 'XK'],
    ['XKX', 'XK'],
    ['Italia', 'IT'],
    [' ITALY ', 'IT'],
    ['Regno Unito', 'GB'],
    ['regno unito di Gran Bretagna e Irlanda del Nord', 'GB'],
    ['Czech Republic', 'CZ'],
    ['Repubblica ceca', 'CZ'],
    ['Türkiye', 'TR'],
    ['turchia', 'TR'],
    ['Germania', 'DE'],
    ['The Netherlands', 'NL'],
    ['Paesi Bassi', 'NL'],
    ['i Paesi Bassi', 'NL'],
    ['Olanda', 'NL'],
    ['Korea, Republic of', 'KR'],
    ['Corea del Sud', 'KR'],
    ['Norvegia', 'NO'],
    ['Namibia', 'NA'],
    ["Cote d'Ivoire", 'CI'],
    ['Congo', 'CG'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Niger', 'NE'],
    ['Guinea', 'GN'],
    ['Guinea-Bissau', 'GW'],
    ['Fær Øer', 'FO'],
  ])('reads %s as %s', (text, code) => {
    expect(resolveCountry(text)).toBe(code);
  });

  it.each(['', '  ', '-', 'n/a', 'Lombardia', 'ZZ', 'EU', 'null', 'Milano', 'the'])(
    'reads nothing into %j',
    (text) => {
      expect(resolveCountry(text)).toBeUndefined();
    },
  );

  it('names a country in both languages', () => {
    expect([countryName('GR', 'en'), countryName('GR', 'it'), countryName('ZZ', 'it')]).toEqual([
      'Greece',
      'Grecia',
      undefined,
    ]);
  });
});

const reference = sharedFile('reference/countries.csv');

(reference === undefined ? describe.skip : describe)('resolveCountry against the reference list', () => {
  it('finds every code and name, territories with their mother state in brackets too', () => {
    const rows: Record<string, string>[] = parse(reference ?? '', { columns: true });
    const columns = ['alpha2', 'alpha3', 'euCode', 'nameEn', 'nameIt', 'nameInGeneralAnnexes'];
    const wrong = rows
      .filter((row) => row['alpha2'] !== '')
      .flatMap((row) => columns.map((column) => ({ text: row[column] ?? '', alpha2: row['alpha2'] })))
      .filter(({ text }) => text !== '')
      .filter(({ text, alpha2 }) => resolveCountry(text) !== alpha2);

    expect(rows.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
