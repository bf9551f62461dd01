import fc from 'fast-check';
import { defaultLimits } from './limits.js';
import { readTable } from './read-table.js';
import type { HeaderRule, Table } from './table.js';

const rule: HeaderRule = {
  score: (cells) => cells.filter((cell) => /^(name|città|city|n)$/i.test(cell.trim())).length,
  expected: 'a column "name"',
};

const read = (content: string | Uint8Array, limits = defaultLimits): Promise<Table> =>
  readTable(
    { bytes: typeof content === 'string' ? Buffer.from(content) : content, file: 'list.csv' },
    rule,
    limits,
  );

const cellsOf = (table: Table): (readonly string[])[] => table.rows.map((row) => row.cells);

describe('reading CSV', () => {
  it.each([
    [';', 'semicolon'],
    [',', 'comma'],
    ['\t', 'tab'],
    ['|', 'vertical bar'],
  ])('finds the delimiter %j and says so', async (delimiter, name) => {
    const table = await read([`name${delimiter}city`, `Alfa${delimiter}Como`].join('\n'));
    expect(cellsOf(table)).toEqual([['Alfa', 'Como']]);
    expect(table.delimiter).toBe(delimiter);
    expect(table.notes).toContain(`delimiter ${name}`);
  });

  it('keeps a delimiter that stands inside quotes, and is not led astray by it', async () => {
    const table = await read('name;city\n"Alfa, Beta, Gamma";"Como; Lecco"\n');
    expect(cellsOf(table)).toEqual([['Alfa, Beta, Gamma', 'Como; Lecco']]);
  });

  it('obeys a first line sep=, and still counts it as a line', async () => {
    const table = await read('sep=|\r\nname|city\r\nAlfa|Como\r\n');
    expect(table.delimiter).toBe('|');
    expect(table.rows.map((row) => row.line)).toEqual([3]);
  });

  it('keeps line numbers right with line breaks inside quotes, blank lines and every kind of line end', async () => {
    const table = await read(
      'name;city\r\n"Alfa\r\nBeta\r\nGamma";Como\r\n\r\n;;\r\nDelta;Lecco\nEpsilon;Lodi\n',
    );
    expect(table.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'Alfa\nBeta\nGamma'],
      [7, 'Delta'],
      [8, 'Epsilon'],
    ]);
  });

  it('finds a header below titles and empty lines', async () => {
    const table = await read('Elenco soci 2026;;\n\n;;\nname;city;other\nAlfa;Como;x\n');
    expect(table.headerLine).toBe(4);
    expect(table.header).toEqual(['name', 'city', 'other']);
  });

  it('leaves out a header that is repeated at a page break', async () => {
    expect(cellsOf(await read('name;city\nAlfa;Como\nname;city\nBeta;Lodi\n'))).toEqual([
      ['Alfa', 'Como'],
      ['Beta', 'Lodi'],
    ]);
  });

  it('tells cells beyond the header apart from the row', async () => {
    const [row] = (await read('name,city\nAlfa, Beta,Como,\n')).rows;
    expect(row).toEqual({ line: 2, cells: ['Alfa', ' Beta'], surplus: ['Como'] });
  });

  it('takes a quote inside an unquoted cell as it is', async () => {
    expect(cellsOf(await read('name;city\n12" pipes;="007"\n'))).toEqual([['12" pipes', '="007"']]);
  });

  it('reads a gzipped file', async () => {
    const { gzipSync } = await import('node:zlib');
    expect(cellsOf(await read(gzipSync('name;city\nAlfa;Como\n')))).toEqual([['Alfa', 'Como']]);
  });

  it('gives back any cells that were written by the rules of RFC 4180', async () => {
    const cell = fc
      .string({ unit: 'grapheme-composite', maxLength: 40 })
      .map((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').replaceAll('\ufeff', ''));
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text.trim() !== ''));
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, delimiter, end) => {
          fc.pre(!rows.some((cells) => cells.join() === 'name,city,n'));
          const lines = [['name', 'city', 'n'], ...rows].map(
            (cells) => cells.map(quoted).join(delimiter) + end,
          );
          expect(cellsOf(await read(lines.join('')))).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('numbers lines as a text editor does, whatever stands in the cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ';', ' '), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (texts) => {
        let text = 'name;city\n';
        const expected = texts.map((value) => {
          const line = text.split('\n').length;
          text += `x;"${value.replaceAll('"', '""')}"\n`;
          return line;
        });
        expect((await read(text)).rows.map((row) => row.line)).toEqual(expected);
      }),
    );
  });
});

describe('the encoding of a CSV file', () => {
  const text = 'name;città\nCaffè;Forlì\n';
  const bytes = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 little endian': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 big endian': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  };

  it.each(Object.entries(bytes))('is told for %s', async (_, content) => {
    const table = await read(content);
    expect(table.header).toEqual(['name', 'città']);
    expect(cellsOf(table)).toEqual([['Caffè', 'Forlì']]);
  });

  it('is told to be Windows-1252, with the euro sign, and said', async () => {
    const table = await read(
      Buffer.concat([Buffer.from('name;citt\xe0\nCaff\xe8 ', 'latin1'), Buffer.from([0x80])]),
    );
    expect(table.encoding).toBe('windows-1252');
    expect(table.header).toEqual(['name', 'città']);
    expect(cellsOf(table)).toEqual([['Caffè €', '']]);
    expect(table.notes).toContain('encoding Windows-1252, told from the bytes: check the accented letters');
  });

  it('is refused where UTF-8 is broken in one place, naming the line', async () => {
    const broken = Buffer.concat([
      Buffer.from('name;città\nCaffè;Forlì\nAl'),
      Buffer.from([0xe8]),
      Buffer.from('fa;Como'),
    ]);
    await expect(read(broken)).rejects.toMatchObject({
      code: 'ingest.file-undecodable',
      kind: 'invalid',
      message: expect.stringMatching(/^list\.csv, line 3: .*; save it as/),
    });
  });

  it('is refused where a byte belongs to neither UTF-8 nor Windows-1252', async () => {
    await expect(read(Buffer.from('name;city\nA\x81lfa;Como\n', 'latin1'))).rejects.toMatchObject({
      code: 'ingest.file-undecodable',
      message: expect.stringContaining('line 2'),
    });
  });

  it('is refused where UTF-16 is cut in the middle of a character', async () => {
    await expect(read(bytes['UTF-16 little endian'].subarray(0, -1))).rejects.toMatchObject({
      code: 'ingest.file-undecodable',
    });
  });

  it('is refused where NUL characters show that it is no text', async () => {
    await expect(read('name;city\nAl\0fa;Como\n')).rejects.toMatchObject({
      code: 'ingest.file-binary',
      message: expect.stringContaining('line 2'),
    });
    await expect(read(Buffer.from(text, 'utf16le'))).rejects.toMatchObject({ code: 'ingest.file-binary' });
  });
});

describe('a text file that is refused whole', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \r\n\n\t '],
    ['only a mark', '\ufeff'],
  ])('because it is %s', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'ingest.file-empty' });
  });

  it.each([
    ['an HTML page', '<!DOCTYPE html>\n<html><head><title>Sign in</title>', 'ingest.file-html'],
    ['an HTML page with a mark and a comment', '\ufeff <!-- x -->\n<HTML>', 'ingest.file-html'],
    ['an HTML table called .xls', '<table><tr><td>name</td></tr></table>', 'ingest.file-html'],
    ['JSON', '[{"name":"Alfa"}]', 'ingest.file-not-a-table'],
    ['XML', '<?xml version="1.0"?><list/>', 'ingest.file-not-a-table'],
    ['a PDF', '%PDF-1.7 ...', 'ingest.file-not-a-table'],
  ])('because it is %s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code, kind: 'invalid' });
  });

  it('because it is an old workbook', async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    await expect(read(old)).rejects.toMatchObject({ message: expect.stringContaining('.xls') });
  });

  it('because no header is recognised, quoting the first line and naming what is needed', async () => {
    await expect(read('alpha;beta\n1;2\n')).rejects.toMatchObject({
      code: 'ingest.header-not-found',
      message:
        'list.csv, line 1: "alpha | beta": no header that we recognise in the first rows; ' +
        'add a row of column names with a column "name", or give a column map',
    });
  });

  it('because a quotation mark is never closed, naming the line where its row starts', async () => {
    await expect(read('name;city\nAlfa;Como\n\n"Beta;Lodi\nGamma;Lecco\n')).rejects.toMatchObject({
      code: 'ingest.csv-quote-not-closed',
      message: expect.stringContaining('line 4'),
    });
  });

  it('because its gzip data is cut short', async () => {
    const { gzipSync } = await import('node:zlib');
    await expect(read(gzipSync('name;city\nAlfa;Como\n').subarray(0, 20))).rejects.toMatchObject({
      code: 'ingest.archive-broken',
    });
  });

  const small = {
    ...defaultLimits,
    fileBytes: 1000,
    rows: 60,
    lines: 200,
    columns: 4,
    cellLength: 10,
    cells: 150,
  };
  it.each([
    ['bytes', `name;city\n${'x'.repeat(1000)}`, /more than 0 MB/],
    ['rows', `name\n${'x\n'.repeat(61)}`, /more than 60 rows/],
    ['rows by far', `name\n${'x\n'.repeat(400)}`, /line 111: more than 60 rows/],
    ['blank rows', `name;city\n${';\n'.repeat(201)}x`, /line 201: more than 200 rows, blank ones counted/],
    ['filled cells', `name;city\n${'1;2\n'.repeat(100)}`, /more than 150 filled cells/],
    ['columns', 'name;city\n1;2;3;4;5', /line 2: more than 4 columns/],
    [
      'characters in a cell',
      'name;city\nAlfa;12345678901',
      /line 2, column "2": "12345678901": more than 10 char/,
    ],
    [
      'characters in a line',
      `name;city\n${'"a'.padEnd(900, 'b')}`,
      /line 2: a row of more than 40 characters/,
    ],
  ])('because it has too many %s', async (_, content, message) => {
    await expect(read(content, small)).rejects.toMatchObject({
      code: 'ingest.file-over-limit',
      message: expect.stringMatching(message),
    });
  });

  it('because its gzip data unpacks to more than a file may have', async () => {
    const { gzipSync } = await import('node:zlib');
    await expect(read(gzipSync(Buffer.alloc(5000)), small)).rejects.toMatchObject({
      code: 'ingest.file-over-limit',
    });
  });

  it('in one line, whatever stands in the file or its name', async () => {
    const attempt = readTable({ bytes: Buffer.from('a\u202e\u0007b;c\n'), file: 'x\ny\u202e.csv' }, rule);
    const error = await attempt.catch((caught: Error) => caught);
    expect((error as Error).message).toMatch(/^x y \.csv, line 1: "a b \| c": no header/);
  });
});
