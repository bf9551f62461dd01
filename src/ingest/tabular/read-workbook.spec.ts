import {
  makeWorkbook,
  makeZip,
  type MadeCell,
  type MadeWorkbook,
} from '../../../test/support/make-workbook.js';
import { defaultLimits } from './limits.js';
import { readTable } from './read-table.js';
import type { HeaderRule, Table } from './table.js';

const rule: HeaderRule = {
  score: (cells) => cells.filter((cell) => /^(name|city)$/i.test(cell.trim())).length,
  expected: 'a column "name"',
};

const read = (bytes: Uint8Array, limits = defaultLimits, sheet?: string): Promise<Table> =>
  readTable({ bytes, file: 'list.xlsx', sheet }, rule, limits);

const one = (rows: readonly (readonly MadeCell[])[], more: Partial<MadeWorkbook> = {}): Uint8Array =>
  makeWorkbook({ sheets: [{ name: 'Soci', rows }], ...more });

const header = ['name', 'city'];
const cellsOf = (table: Table): (readonly string[])[] => table.rows.map((row) => row.cells);
const valueOf = async (cell: MadeCell, more: Partial<MadeWorkbook> = {}): Promise<string | undefined> =>
  (await read(one([header, ['x', cell]], more))).rows[0]?.cells[1];

describe('reading a workbook', () => {
  it.each([true, false])('reads texts, shared or in the cells (shared: %s)', async (sharedStrings) => {
    const table = await read(
      one([header, ['Alfa & C. <srl>', 'Forlì'], ['Beta', 'Forlì']], { sharedStrings }),
    );
    expect(table).toMatchObject({
      format: 'xlsx',
      sheet: 'Soci',
      header,
      headerLine: 1,
      notes: ['sheet "Soci"'],
    });
    expect(cellsOf(table)).toEqual([
      ['Alfa & C. <srl>', 'Forlì'],
      ['Beta', 'Forlì'],
    ]);
  });

  it('numbers rows as the program shows them and fills the holes', async () => {
    const table = await read(one([['Elenco soci'], [], header, [null, 'Como'], [], ['Beta']]));
    expect(table.headerLine).toBe(3);
    expect(table.rows).toEqual([
      { line: 4, cells: ['', 'Como'], surplus: [] },
      { line: 6, cells: ['Beta', ''], surplus: [] },
    ]);
  });

  it.each<[string, MadeCell, string]>([
    ['a whole number', 999999999, '999999999'],
    ['eleven digits', 12345678903, '12345678903'],
    ['a number in scientific form', { raw: '<v>1.2345678903E10</v>', type: 'n' }, '12345678903'],
    ['a binary fraction', { raw: '<v>0.30000000000000004</v>', type: 'n' }, '0.3'],
    ['digits filled up by their format', { number: 9999900989, format: '00000000000' }, '09999900989'],
    ['a built-in date', { number: 45352, format: 14 }, '2024-03-01'],
    ['an Italian date format', { number: 45352, format: '[$-410]dd/mm/yyyy;@' }, '2024-03-01'],
    ['a day in the first two months of 1900', { number: 59, format: 14 }, '1900-02-28'],
    ['the day after the leap day that never was', { number: 61, format: 14 }, '1900-03-01'],
    ['a moment', { number: 45352.4375, format: 22 }, '2024-03-01T10:30:00'],
    ['a time of day', { number: 0.4375, format: 20 }, '10:30:00'],
    ['a number with a coloured format', { number: 45352, format: '[Red]#,##0' }, '45352'],
    ['a number with a unit in its format', { number: 12, format: '0 "days"' }, '12'],
    ['a truth value', true, 'TRUE'],
    ['the text a formula gave', { formula: 'A1&"x"', result: 'Como' }, 'Como'],
    ['the number a formula gave', { formula: '1+1', result: 2 }, '2'],
    ['an error', { error: '#REF!' }, '#REF!'],
    [
      'an escaped character',
      { raw: '<is><t>a_x000D__x000A_b_x005F_x0041_</t></is>', type: 'inlineStr' },
      'a\nb_x0041_',
    ],
    [
      'rich text',
      { raw: '<is><r><t>Co</t></r><r><rPr><b/></rPr><t>mo</t></r></is>', type: 'inlineStr' },
      'Como',
    ],
    ['text without its reading aid', { raw: '<is><t>A</t><rPh><t>B</t></rPh></is>', type: 'inlineStr' }, 'A'],
  ])('reads %s', async (_, cell, expected) => {
    expect(await valueOf(cell)).toBe(expected);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    expect(await valueOf({ number: 43890, format: 14 }, { from1904: true })).toBe('2024-03-01');
  });

  it('computes nothing: a formula without a stored result is empty, and said', async () => {
    const table = await read(one([header, ['Alfa', { formula: 'WEBSERVICE("http://x.example")' }]]));
    expect(cellsOf(table)).toEqual([['Alfa', '']]);
    expect(table.notes).toContain('1 formulas without a stored result were read as empty');
  });

  it('reads a workbook whose tags carry a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row><x:c t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c t="str"><x:v>Alfa</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(cellsOf(await read(one([header], { parts: { 'xl/worksheets/sheet1.xml': sheet } })))).toEqual([
      ['Alfa'],
    ]);
  });
});

describe('choosing among several sheets', () => {
  const sheets = [
    { name: 'Note', rows: [['Aggiornato a marzo']] },
    { name: 'Soci', rows: [header, ['Alfa', 'Como']] },
    { name: 'Ex soci', rows: [header, ['Omega', 'Lodi']] },
  ];

  it('takes the only one with a header, and says which it did not read', async () => {
    const table = await read(makeWorkbook({ sheets: sheets.slice(0, 2) }));
    expect(cellsOf(table)).toEqual([['Alfa', 'Como']]);
    expect(table.notes).toEqual(['sheet "Soci"', 'sheets not read: "Note"']);
  });

  it('asks where two have one', async () => {
    await expect(read(makeWorkbook({ sheets }))).rejects.toMatchObject({
      code: 'ingest.sheet-ambiguous',
      kind: 'ambiguous',
      message: 'list.xlsx: 2 sheets have a header we can read ("Soci", "Ex soci"); name the one to read',
    });
  });

  it('takes the one it is told, in any letter case', async () => {
    expect(cellsOf(await read(makeWorkbook({ sheets }), defaultLimits, ' ex SOCI'))).toEqual([
      ['Omega', 'Lodi'],
    ]);
  });

  it('names the sheets where the one asked for is not there', async () => {
    await expect(read(makeWorkbook({ sheets }), defaultLimits, 'Members')).rejects.toMatchObject({
      code: 'ingest.sheet-not-found',
      message: expect.stringContaining('there are: "Note", "Soci", "Ex soci"'),
    });
  });

  it('passes over hidden sheets unless one is asked for', async () => {
    const hidden = makeWorkbook({ sheets: [sheets[1]!, { ...sheets[2]!, hidden: true }] });
    const table = await read(hidden);
    expect(cellsOf(table)).toEqual([['Alfa', 'Como']]);
    expect(table.notes).toContain('sheets not read: "Ex soci" (hidden)');
    expect(cellsOf(await read(hidden, defaultLimits, 'Ex soci'))).toEqual([['Omega', 'Lodi']]);
  });

  it('names the sheets it looked at where none has a header', async () => {
    await expect(read(makeWorkbook({ sheets: sheets.slice(0, 1) }))).rejects.toMatchObject({
      code: 'ingest.header-not-found',
      message: expect.stringContaining('sheets looked at: "Note"'),
    });
  });
});

describe('a workbook that is refused whole', () => {
  const plain = one([header, ['Alfa', 'Como']]);
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">';
  const sheet = (rows: string): Uint8Array =>
    one([header], {
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    });
  const withFlag = (bytes: Uint8Array): Uint8Array => {
    const copy = Buffer.from(bytes);
    for (
      let at = copy.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = copy.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8);
    }
    return copy;
  };
  const withDamage = (bytes: Uint8Array): Uint8Array => {
    const copy = Buffer.from(bytes);
    const at = copy.indexOf('PK\x01\x02', 0, 'latin1') + 16;
    copy.writeUInt32LE((copy.readUInt32LE(at) ^ 1) >>> 0, at);
    return copy;
  };
  const endless = Array.from({ length: 200_000 }, (_, i) => i.toString(36).padStart(6)).join('');
  const olePassword = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  it.each<[string, string, Uint8Array]>([
    ['it is cut short', 'ingest.archive-broken', plain.subarray(0, plain.length - 40)],
    ['it is cut to its first bytes', 'ingest.archive-broken', plain.subarray(0, 60)],
    ['its checksum is wrong', 'ingest.archive-broken', withDamage(plain)],
    ['its directory says it is encrypted', 'ingest.file-encrypted', withFlag(plain)],
    ['it is a workbook behind a password', 'ingest.file-encrypted', olePassword],
    ['it holds macros', 'ingest.file-macros', one([header], { parts: { 'xl/vbaProject.bin': 'x' } })],
    [
      'it says it holds macros',
      'ingest.file-macros',
      one([header], {
        parts: {
          '[Content_Types].xml': `${types}<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
        },
      }),
    ],
    [
      'it holds old macro sheets',
      'ingest.file-macros',
      one([header], { parts: { 'xl/macrosheets/sheet1.xml': '<x/>' } }),
    ],
    [
      'it is a binary workbook',
      'ingest.file-not-a-table',
      makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
    ],
    [
      'it is an OpenDocument file',
      'ingest.file-not-a-table',
      makeZip({ mimetype: 'x', 'content.xml': '<x/>' }),
    ],
    ['it is a plain archive', 'ingest.file-not-a-table', makeZip({ 'members.csv': 'name\nAlfa\n' })],
    [
      'it is another office document',
      'ingest.archive-broken',
      makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
    ],
    [
      'a part leads out of the archive',
      'ingest.archive-broken',
      one([header], { parts: { '../evil.xml': 'x' } }),
    ],
    [
      'a part has an absolute path',
      'ingest.archive-broken',
      one([header], { parts: { '/etc/passwd': 'x' } }),
    ],
    [
      'a sheet is missing',
      'ingest.archive-broken',
      one([header], { parts: { 'xl/worksheets/sheet1.xml': null } }),
    ],
    [
      'a sheet has a document type with entities',
      'ingest.archive-broken',
      one([header], {
        parts: {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
        },
      }),
    ],
    ['a text uses an unknown entity', 'ingest.archive-broken', sheet('<row><c t="str"><v>&a;</v></c></row>')],
    ['its XML is cut', 'ingest.archive-broken', sheet('<row><c>').subarray(0)],
    [
      'its XML is no UTF-8',
      'ingest.archive-broken',
      one([header], { parts: { 'xl/worksheets/sheet1.xml': Buffer.from('<a>\xe8</a>', 'latin1') } }),
    ],
    [
      'a cell points to a text that is not there',
      'ingest.archive-broken',
      sheet('<row><c t="s"><v>7</v></c></row>'),
    ],
    [
      'a cell has no possible address',
      'ingest.archive-broken',
      sheet('<row><c r="AAAA1"><v>7</v></c></row>'),
    ],
    ['its rows run backwards', 'ingest.archive-broken', sheet('<row r="2"/><row r="1"/>')],
    ['a row is beyond the last', 'ingest.archive-broken', sheet('<row r="1048577"/>')],
    ['it nests too deep', 'ingest.file-over-limit', sheet('<a>'.repeat(70) + '</a>'.repeat(70))],
    ['one piece of it never ends', 'ingest.file-over-limit', sheet(`<!--${endless}-->`)],
    ['it is a bomb', 'ingest.file-over-limit', sheet('<row/>'.repeat(400_000))],
    ['a cell stands too far right', 'ingest.file-over-limit', sheet('<row><c r="XFD1"><v>1</v></c></row>')],
    ['a cell is too long', 'ingest.file-over-limit', one([header, ['x'.repeat(10_001)]])],
  ])('because %s', async (_, code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      kind: 'invalid',
      message: expect.stringMatching(/^list\.xlsx[^\n]*: [^\n]*; [^\n]+$/),
    });
  });

  it('because its parts together unpack to too much, whatever their sizes say', async () => {
    const limits = { ...defaultLimits, inflatedBytes: 4_000 };
    const filler = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"/>`).join('');
    await expect(read(sheet(filler), limits)).rejects.toMatchObject({ code: 'ingest.file-over-limit' });

    const lying = Buffer.from(sheet(filler));
    for (
      let at = lying.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = lying.indexOf('PK\x01\x02', at + 4, 'latin1')
    ) {
      lying.writeUInt32LE(1, at + 24);
    }
    await expect(read(lying, limits)).rejects.toMatchObject({ code: 'ingest.archive-broken' });
  });

  it('because a part that is never read is declared too large', async () => {
    const limits = { ...defaultLimits, inflatedBytes: 20_000 };
    const parts = { 'xl/media/image1.png': Buffer.from(endless.slice(0, 30_000)) };
    await expect(read(one([header], { parts }), limits)).rejects.toMatchObject({
      code: 'ingest.file-over-limit',
    });
  });

  it('because it has too many parts', async () => {
    await expect(read(plain, { ...defaultLimits, archiveEntries: 3 })).rejects.toMatchObject({
      code: 'ingest.file-over-limit',
    });
  });

  it('because it has too many rows', async () => {
    const rows = [header, ...Array.from({ length: 80 }, () => ['x'])];
    await expect(read(one(rows), { ...defaultLimits, rows: 79 })).rejects.toMatchObject({
      code: 'ingest.file-over-limit',
      message: expect.stringContaining('sheet "Soci"'),
    });
  });

  it('never follows a link to another file', async () => {
    const relations =
      '<Relationships><Relationship Id="rId1" TargetMode="External" Target="https://evil.example/sheet.xml" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>';
    await expect(
      read(one([header], { parts: { 'xl/_rels/workbook.xml.rels': relations } })),
    ).rejects.toMatchObject({
      code: 'ingest.header-not-found',
    });
  });
});
