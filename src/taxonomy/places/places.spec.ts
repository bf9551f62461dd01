import { parse } from 'csv-parse/sync';
import { sharedFile } from '../../../test/support/shared-data.js';
import { foldName } from '../fold-name.js';
import { loadTaxonomy } from '../load-taxonomy.js';
import { readCsv } from '../source/csv-source.js';
import { nutsColumns, readNuts, recodingColumns } from './nuts.js';

const taxonomy = loadTaxonomy();
const { nuts, italy } = taxonomy;

describe('the register of regions', () => {
  it.each([
    'IT',
    'ITC4C',
    'itc4c',
    'NL31',
    'NL35',
    'PT16',
    'GR30',
    'UKI31',
    'TLI32',
    'TLM',
    'ITZZZ',
    'US',
    'FR71',
    'XK001',
  ])('knows %s', (code) => {
    expect(nuts.isKnown(code)).toBe(true);
  });

  it.each(['', 'I', 'ITC45X', 'ITC4Z9', 'ZZ1', 'milano', 'IT C4', 'UKA1', 'TLZZ'])(
    'does not know %j',
    (code) => {
      expect(nuts.isKnown(code)).toBe(false);
    },
  );

  it('names a region and the regions it lies in, nearest first', () => {
    expect(nuts.name('ITC4C')).toBe('Milano');
    expect(nuts.name('GR30')).toBe('Attikí');
    expect(nuts.name('TLM')).toBe('Scotland');
    expect(nuts.ancestors('ITC4C')).toEqual(['ITC4', 'ITC', 'IT']);
    expect(nuts.ancestors('IT')).toEqual([]);
    expect(nuts.ancestors('not a code')).toEqual([]);
  });

  it.each([
    ['EL30', 'GR'],
    ['GR30', 'GR'],
    ['UKM', 'GB'],
    ['TLM8', 'GB'],
    ['TL', 'TL'],
    ['NO0A', 'NO'],
  ])('finds the country of %s', (code, country) => {
    expect(nuts.country(code)).toBe(country);
  });

  it.each([
    ['NL31', ['NL35'], false],
    ['NL33', ['NL36'], false],
    ['PT16', ['PT19', 'PT1D'], true],
    ['PT17', ['PT1A', 'PT1B'], true],
    ['PT16B', ['PT1D1'], false],
    ['FR716', ['FRK2'], false],
    ['ITE41', ['ITI4'], false],
    ['ITC4C', ['ITC4C'], false],
    ['XX99', ['XX99'], false],
  ])('says what %s is called now', (code, codes, ambiguous) => {
    expect(nuts.recode(code)).toEqual({ codes, ambiguous });
  });

  it.each([
    ['IT;Italia;0;\nITC4;Lombardia;2;\n', 'nuts.csv, line 3, code: put ITC on a line before ITC4'],
    ['IT;Italia;0;\nIT;Italia;0;\n', 'nuts.csv, line 3, code: IT stands twice'],
    ['IT;Italia;1;\n', 'nuts.csv, line 2, level: IT has 2 characters, so its level is 0'],
    ['IT;Italia;0;2013\n', 'nuts.csv, line 2, until: expected 2016, 2021 or nothing'],
    ['it;Italia;0;\n', "nuts.csv, line 2, code: 'it' is no NUTS code"],
  ])('refuses %j', (rows, message) => {
    const read = () =>
      readNuts(
        readCsv('nuts.csv', `code;name;level;until\n${rows}`, nutsColumns),
        readCsv('recodings.csv', 'old;new\n', recodingColumns),
      );
    expect(read).toThrow(message);
  });
});

const reference = sharedFile('reference/nuts.csv');

(reference === undefined ? describe.skip : describe)('nuts.csv against the reference list', () => {
  const rows: Record<string, string>[] = parse(reference ?? '', { columns: true });
  const regular = rows.filter((row) => !/^..Z{1,3}$/.test(row['code'] ?? ''));
  const of2024 = regular.filter((row) => row['nuts2024'] === 'true');

  it('holds every region of NUTS 2024 as current, and no other', () => {
    const ours = nuts.regions.filter((region) => region.until === null).map((region) => region.code);
    const theirs = of2024.map((row) => row['code'] ?? '');
    expect(theirs.filter((code) => !ours.includes(code))).toEqual([]);
    expect(ours.filter((code) => !theirs.includes(code))).toEqual([]);
  });

  it('holds every older region but seven of Northern Ireland, whose codes lie under no region', () => {
    const older = regular.filter((row) => row['nuts2016'] === 'true' || row['nuts2021'] === 'true');
    const unnamed = older.map((row) => row['code'] ?? '').filter((code) => nuts.name(code) === undefined);
    expect(unnamed).toEqual(['UKN10', 'UKN11', 'UKN12', 'UKN13', 'UKN14', 'UKN15', 'UKN16']);
  });

  it('spells the names of NUTS 2024 alike, but where the list writes English or several languages', () => {
    const differing = of2024
      .filter((row) => foldName(row['name'] ?? '') !== foldName(nuts.name(row['code'] ?? '') ?? ''))
      .map((row) => row['code'] ?? '');
    expect(differing.filter((code) => !/^(?:RS|XK|NO0[67]|ITI$)/.test(code))).toEqual([]);
  });
});

describe('the provinces of Italy', () => {
  it.each([
    ['MI', 'ITC4C'],
    ['mi', 'ITC4C'],
    ['Milano', 'ITC4C'],
    ['MILANO', 'ITC4C'],
    ['Milan', 'ITC4C'],
    ['Provincia di Milano', 'ITC4C'],
    ['Città metropolitana di Milano', 'ITC4C'],
    ['Milano (MI)', 'ITC4C'],
    ['MB', 'ITC4D'],
    ['Monza e della Brianza', 'ITC4D'],
    ['monza-brianza', 'ITC4D'],
    ['FC', 'ITH58'],
    ['Forlì-Cesena', 'ITH58'],
    ['Forli', 'ITH58'],
    ["Valle d'Aosta/Vallée d'Aoste", 'ITC20'],
    ['Valle d’Aosta', 'ITC20'],
    ['Bolzano/Bozen', 'ITH10'],
    ['Bozen', 'ITH10'],
    ['provincia autonoma di Trento', 'ITH20'],
    ['Reggio Emilia', 'ITH53'],
    ["Reggio nell'Emilia", 'ITH53'],
    ['Reggio Calabria', 'ITF65'],
    ["L'Aquila", 'ITF11'],
    ['NA', 'ITF33'],
    ['NO', 'ITC15'],
  ])('reads %s', (text, code) => {
    expect(italy.province(text)?.nuts).toBe(code);
  });

  it.each(['', 'XX', 'Lombardia', 'Milano Marittima', 'null'])('reads nothing into %j', (text) => {
    expect(italy.province(text)).toBeUndefined();
  });

  it('are 107, one NUTS region each', () => {
    const level3 = nuts.regions.filter(
      (region) => region.code.startsWith('IT') && region.level === 3 && region.until === null,
    );
    expect(italy.provinces.map((province) => province.nuts).sort()).toEqual(
      level3.map((region) => region.code).sort(),
    );
    expect(italy.provinces).toHaveLength(107);
  });

  it.each([
    ['20133', 'MI'],
    ['20900', 'MB'],
    ['I-20133', 'MI'],
    ['26900', 'LO'],
    ['26100', 'CR'],
    ['23900', 'LC'],
    ['00184', 'RM'],
    ['89900', 'VV'],
    ['2013', undefined],
    ['SW1A 1AA', undefined],
  ])('finds the province of the postal code %s', (text, sigla) => {
    expect(italy.provinceOfPostalCode(text)?.sigla).toBe(sigla);
  });
});

describe('the place of an organisation', () => {
  it.each([
    [{ nuts: 'itc4c' }, 'IT', 'ITC4C', 'nuts'],
    [{ country: 'Italia', province: 'mi' }, 'IT', 'ITC4C', 'province'],
    [{ country: 'IT', city: 'MILAN' }, 'IT', 'ITC4C', 'city'],
    [{ country: '', city: 'Sesto San Giovanni' }, 'IT', 'ITC4C', 'city'],
    [{ country: 'IT', city: 'Pincopallo (BG)' }, 'IT', 'ITC46', 'city'],
    [{ country: 'IT', city: 'Pincopallo', postalCode: '25100' }, 'IT', 'ITC47', 'postal-code'],
    [{ country: 'IT', region: 'Lombardy' }, 'IT', 'ITC4', 'region'],
    [{ country: 'IT', nuts: 'ITC4', city: 'Lecco' }, 'IT', 'ITC4', 'nuts'],
    [{ country: 'IT', nuts: 'ITC', city: 'Lecco' }, 'IT', 'ITC43', 'city'],
    [{ country: 'IT', nuts: 'DE212' }, 'IT', null, 'country'],
    [{ country: 'EL' }, 'GR', null, 'country'],
    [{ country: 'Spain', city: 'Barcelona' }, 'ES', 'ES511', 'city'],
    [{ country: 'DE', city: 'München' }, 'DE', 'DE212', 'city'],
    [{ country: 'BE', city: 'Antwerpen' }, 'BE', 'BE211', 'city'],
    [{ country: 'UK', city: 'Leeds' }, 'GB', 'UKE42', 'city'],
    [{ country: 'France', city: 'Milano' }, 'FR', null, 'country'],
    [{ nuts: 'UKI31', country: 'UK' }, 'GB', 'UKI31', 'nuts'],
    [{ nuts: 'US' }, 'US', null, 'country'],
    [{ country: 'Italy', city: 'Atlantis' }, 'IT', null, 'country'],
  ])('of %j', (clues, country, code, foundBy) => {
    expect(taxonomy.placeOf(clues)).toEqual({ country, nuts: code, foundBy });
  });

  it.each([
    {},
    { city: 'Atlantis' },
    { postalCode: '25100' },
    { province: 'mi' },
    { country: 'nowhere', city: null },
  ])('is not stated by %j', (clues) => {
    expect(taxonomy.placeOf(clues)).toBeNull();
  });
});

describe('sets of regions', () => {
  it.each([
    ['ITC4C', 'lombardy', true],
    ['ITC1', 'lombardy', false],
    ['IT', 'lombardy', undefined],
    ['ITC4C', 'vanguard', true],
    ['SE224', 'vanguard', true],
    ['SE22', 'vanguard', undefined],
    ['SE221', 'vanguard', false],
    ['FI197', 'vanguard', true],
    ['FI19B', 'vanguard', true],
    ['NL31', 'vanguard', true],
    ['TLL12', 'vanguard', true],
    ['UKM', 'vinnovate', false],
    ['ES70', 'widening', true],
    ['ES705', 'widening', true],
    ['ES511', 'widening', false],
    ['GR30', 'widening', true],
    ['PT16', 'widening', true],
    ['', 'lombardy', false],
  ])('place %s in %s: %s', (code, set, expected) => {
    expect(taxonomy.inRegionSet(code, set)).toBe(expected);
  });

  it('dates VInnovate and its sixteen regions', () => {
    const set = taxonomy.regionSets.get('vinnovate');
    expect([set.asOf, set.regions.length, set.complete]).toEqual(['2023-12-05', 16, false]);
  });

  it('names the region of a place', () => {
    expect(taxonomy.regionSets.regionOf('NL424', 'vanguard')?.name).toBe('South Netherlands');
  });

  it('refuses a set that does not exist, naming those that do', () => {
    expect(() => taxonomy.inRegionSet('IT', 'vangard')).toThrow(
      /no set of regions 'vangard'. Known: lombardy, vanguard/,
    );
  });
});

describe('sets of countries', () => {
  it.each([
    ['IT', 'eu-member-states', '2026-11-21', true],
    ['NO', 'eu-member-states', '2026-11-21', false],
    ['NO', 'horizon-associated', '2026-11-21', true],
    ['KR', 'horizon-associated', '2024-12-31', false],
    ['KR', 'horizon-associated', '2025-01-01', true],
    ['PT', 'widening-countries', '2026-11-21', true],
  ])('%s in %s on %s: %s', (country, set, on, expected) => {
    expect(taxonomy.countrySets.memberOf(country, set, on) !== undefined).toBe(expected);
  });

  it('hold 27 Member States and 23 associated countries', () => {
    const sizes = ['eu-member-states', 'horizon-associated'].map(
      (id) => taxonomy.countrySets.get(id).members.length,
    );
    expect(sizes).toEqual([27, 23]);
  });
});
