import fc from 'fast-check';

import { readSpreadsheet, tableOf } from '../../../test/support/read-spreadsheet.js';
import { sheetXml } from './sheet-xml.js';
import { columnName, type Cell, type Sheet } from './spreadsheet.js';
import { writeSpreadsheet } from './write-spreadsheet.js';

function sheetOf(rows: readonly (readonly Cell[])[], changes: Partial<Sheet> = {}): Sheet {
  return {
    name: 'Table',
    above: [{ value: 'A title', style: 'title' }],
    columns: [
      { heading: 'First', width: 20 },
      { heading: 'Second', width: 20 },
    ],
    rows,
    filtered: true,
    ...changes,
  };
}

function written(rows: readonly (readonly Cell[])[]): ReturnType<typeof readSpreadsheet> {
  return readSpreadsheet(writeSpreadsheet({ title: 'Made', pageNumber: '&P', sheets: [sheetOf(rows)] }));
}

describe('a spreadsheet', () => {
  it.each([
    '=HYPERLINK("https://example.org","click")',
    "=cmd|' /C calc'!A0",
    '+1',
    '+39 02 1234567',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('keeps %j a text, also when a person edits the cell', (text) => {
    const { sheets, elements } = written([[text]]);
    const cell = sheets[0]?.cells.get('A3');
    expect(cell).toMatchObject({ type: 'inlineStr', value: text, guarded: true });
    expect(elements).not.toContain('f');
  });

  it('gives every text back as it was, and makes none a number or a formula', () => {
    const awkward = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '_x0041_',
      '_x005F_',
      '<',
      '&amp;',
      ']]>',
      "'",
      '1/2',
      '0012',
      'TRUE',
      'é',
      '\n',
      '👩‍🔬',
    );
    const text = fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), (texts) => {
        const rows = texts.map((parts) => parts.join('').replace(/\r/g, ''));
        const { sheets, elements } = written(rows.map((row) => [row]));
        expect(elements).not.toContain('f');
        rows.forEach((row, at) => {
          const cell = sheets[0]?.cells.get(`A${at + 3}`);
          if (row === '') expect(cell?.value).toBe('');
          else expect(cell).toMatchObject({ type: 'inlineStr', value: row });
        });
      }),
    );
  });

  it('escapes what XML cannot hold, and cuts what a cell cannot', () => {
    const { sheets } = written([['a\u0000b\u0007c\ud800d'], ['x'.repeat(40_000)]]);
    expect(sheets[0]?.cells.get('A3')?.value).toBe('ab\u0007c\ufffdd');
    expect(sheets[0]?.cells.get('A4')?.value).toHaveLength(32_767);
  });

  it('writes numbers as numbers and an empty cell for null', () => {
    const { sheets } = written([
      [7, { value: 6_500_000, style: 'money' }],
      [null, 0.5],
    ]);
    expect(sheets[0]?.cells.get('A3')).toMatchObject({ type: 'n', value: '7' });
    expect(sheets[0]?.cells.get('B3')).toMatchObject({ type: 'n', value: '6500000' });
    expect(sheets[0]?.cells.get('A4')?.value).toBe('');
    expect(sheets[0]?.cells.get('B4')?.value).toBe('0.5');
  });

  it('draws the lines of a table through its empty cells', () => {
    const { xml } = sheetXml(sheetOf([['a', null, '']]), '&P');
    const styles = ['A3', 'B3', 'C3'].map((place) => new RegExp(`r="${place}" s="(\\d+)"`).exec(xml)?.[1]);
    expect(styles).toEqual([styles[0], styles[0], styles[0]]);
    expect(styles[0]).toBeDefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s, which no cell can hold', (number) => {
    expect(() => written([[number]])).toThrow('cell A3');
  });

  it('leads only where ours may lead, and to places within itself', () => {
    const page = 'https://ec.europa.eu/a?b=1&c="2"';
    const { sheets } = written([
      [
        { value: 'page', link: { url: page } },
        { value: 'same page', link: { url: page } },
      ],
      [
        { value: 'script', link: { url: 'javascript:alert(1)' } },
        { value: 'elsewhere', link: { url: 'https://example.org/' } },
      ],
      [
        { value: 'file', link: { url: '\\\\server\\share' } },
        { value: 'in here', link: { sheet: "It's", cell: 'A9' } },
      ],
    ]);
    const links = ['A3', 'B3', 'A4', 'B4', 'A5', 'B5'].map((place) => sheets[0]?.cells.get(place)?.link);
    const safe = 'https://ec.europa.eu/a?b=1&c=%222%22';
    expect(links).toEqual([safe, safe, null, null, null, "#'It''s'!A9"]);
  });

  it('keeps headings in sight and filters by them', () => {
    const [sheet] = written([
      ['a', 'b'],
      ['c', 'd'],
    ]).sheets;
    expect(sheet?.frozenLines).toBe(2);
    expect(sheet?.autoFilter).toBe('A2:B4');
    expect(tableOf(sheet!)).toEqual([
      { First: 'a', Second: 'b' },
      { First: 'c', Second: 'd' },
    ]);
  });

  it('has no filter where there is nothing to filter', () => {
    expect(written([]).sheets[0]?.autoFilter).toBeNull();
  });

  it('is the same, byte for byte, for the same contents', () => {
    const book = { title: 'Made', pageNumber: '&P', sheets: [sheetOf([['a', 1]])] };
    expect(writeSpreadsheet(book)).toEqual(writeSpreadsheet(book));
  });

  it.each(['', 'x'.repeat(32), 'a/b', 'a[b]', 'a:b', 'a*b', 'a?b', 'a\\b'])(
    'refuses "%s" as the name of a sheet',
    (name) => {
      expect(() =>
        writeSpreadsheet({ title: 'Made', pageNumber: '&P', sheets: [sheetOf([], { name })] }),
      ).toThrow('name of a sheet');
    },
  );

  it('refuses one name for two sheets', () => {
    const sheets = [sheetOf([], { name: 'One' }), sheetOf([], { name: 'ONE' })];
    expect(() => writeSpreadsheet({ title: 'Made', pageNumber: '&P', sheets })).toThrow('one name');
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
