import { readCsv } from './csv-source.js';
import { readYaml } from '../../platform/yaml/yaml-value.js';
import { badReferenceFile } from '../taxonomy.errors.js';

const columns = ['code', 'name'];

describe('reading a reference table', () => {
  it('skips comments, trims cells and knows each line', () => {
    const rows = readCsv('places.csv', '# by hand\ncode;name\n\nMI ; Milano # centre\n', columns);
    expect(rows.map((row) => [row.line, row.text('code'), row.text('name')])).toEqual([
      [4, 'MI', 'Milano # centre'],
    ]);
  });

  it.each([
    ['code;nome\n', 'places.csv, line 1, header: expected the columns code;name but found code;nome'],
    ['', 'places.csv, line 1, header: the file has no line'],
    ['code;name\nMI\n', 'places.csv, line 2, code: the row has 1 cells, the header 2'],
    ['code;name\nMI;"Mi\n', 'places.csv, line 2, quotes: this is not CSV'],
  ])('says where %j is wrong', (text, message) => {
    expect(() => readCsv('places.csv', text, columns)).toThrow(message);
  });

  it('tells an empty cell from a missing one', () => {
    const [row] = readCsv('places.csv', 'code;name\nMI;\n', columns);
    expect(row?.optional('name')).toBeNull();
    expect(() => row?.text('name')).toThrow('places.csv, line 2, name: the cell is empty');
  });
});

describe('reading a reference document', () => {
  const file = ['# countries', 'asOf: 2026-11-21', 'countries: [NO, NA]', 'open: yes', 'number: 3', ''].join(
    '\n',
  );
  const fields = () =>
    readYaml('sets.yaml', file, badReferenceFile).fields(['asOf', 'countries', 'open', 'number', 'absent']);

  it('reads NO and NA as texts, and an unquoted date', () => {
    expect(fields().need('countries').texts()).toEqual(['NO', 'NA']);
    expect(fields().need('asOf').date()).toBe('2026-11-21');
    expect(fields().optional('absent', (value) => value.text())).toBeNull();
  });

  it.each([
    [
      'a number for a text',
      () => fields().need('number').text(),
      'sets.yaml, line 5, number: expected a text',
    ],
    [
      'a text for a flag',
      () => fields().need('open').flag(),
      'sets.yaml, line 4, open: expected true or false',
    ],
    ['a missing key', () => fields().need('absent'), "sets.yaml, line 2, file: the key 'absent' is missing"],
    [
      'an unknown key',
      () => readYaml('sets.yaml', file, badReferenceFile).fields(['asOf', 'countries']),
      'sets.yaml, line 4, open: unknown key; known here: asOf, countries',
    ],
    [
      'a key twice',
      () => readYaml('sets.yaml', 'a: x\na: y\n', badReferenceFile),
      'sets.yaml, line 2, yaml: Map keys must be unique',
    ],
    ['broken syntax', () => readYaml('sets.yaml', 'a: [x\n', badReferenceFile), 'sets.yaml, line'],
  ])('refuses %s with file, line and key', (_what, read, message) => {
    expect(read).toThrow(message);
  });
});
