import { gzipSync } from 'node:zlib';

import { all, textFile } from '../../../test/support/source-text.js';
import { readCsv } from './csv-table.js';

const columns = { id: { names: ['projectID', 'id'], required: true }, title: { names: ['title'] } };
const read = (content: string | Buffer, pieceBytes?: number) =>
  all(readCsv(textFile('table.csv', content, pieceBytes), columns));
const cellsOf = async (content: string | Buffer, pieceBytes?: number): Promise<unknown[]> =>
  (await read(content, pieceBytes)).map((record) => (record.ok ? { ...record.cells } : record.why));

describe('readCsv', () => {
  it('finds columns by name in any order and letter case, and leaves the unknown out', async () => {
    expect(await cellsOf('x,TITLE,Id\n9,one,1\n')).toEqual([{ id: '1', title: 'one' }]);
  });

  it.each([
    ['comma', 'id,title\n1,"a, b"\n'],
    ['semicolon', 'id;title\n1;a, b\n'],
    ['tab', 'id\ttitle\n1\ta, b\n'],
  ])('tells the delimiter from the header: %s', async (_name, text) => {
    expect(await cellsOf(text)).toEqual([{ id: '1', title: 'a, b' }]);
  });

  it('keeps semicolons, line breaks and doubled quotes inside quotes, across any cut of the bytes', async () => {
    const text = '\uFEFF"id";"title"\r\n"1";"first; ""quoted""\nsecond – naïve"\r\n"2";""\r\n';
    for (const pieceBytes of [1, 2, 3, 5, 1000]) {
      const rows = await read(text, pieceBytes);
      expect(rows).toEqual([
        { ok: true, row: 2, cells: { id: '1', title: 'first; "quoted"\nsecond – naïve' } },
        { ok: true, row: 4, cells: { id: '2', title: '' } },
      ]);
    }
  });

  it('reads gzip by its content, whatever the name', async () => {
    expect(await cellsOf(gzipSync('id\n1\n'))).toEqual([{ id: '1', title: '' }]);
  });

  it('gives rows of the wrong width and with misplaced quotes no cells, tells their line, and goes on', async () => {
    const rows = await read('id,title\n1,"a\nb"\n2,a,b\n\n3,"a"b\n4,12" pipe\n5,"c"d');
    expect(rows).toEqual([
      { ok: true, row: 2, cells: { id: '1', title: 'a\nb' } },
      { ok: false, row: 4, why: '3 cells where the header has 2' },
      { ok: false, row: 6, why: 'text behind a closing quote mark' },
      { ok: true, row: 7, cells: { id: '4', title: '12" pipe' } },
      { ok: false, row: 8, why: 'text behind a closing quote mark' },
    ]);
  });

  it.each(['\n', '\r\n'])('needs no line end at the end, and knows %j', async (end) => {
    for (const last of ['x', '"x"', '']) {
      for (const pieceBytes of [1, 4, 100]) {
        expect(await cellsOf(`id,title${end}1,"a ""b"""${end}2,${last}`, pieceBytes)).toEqual([
          { id: '1', title: 'a "b"' },
          { id: '2', title: last.replaceAll('"', '') },
        ]);
      }
    }
  });

  it.each([
    ['an empty file', '', 'ingest.file-empty', /empty/],
    [
      'a missing column',
      'name,title\nx,y\n',
      'ingest.column-missing',
      /line 1: no column projectID or id.*name, title/,
    ],
    [
      'a quote that never ends',
      'id,title\n1,"a\n2,b\n',
      'ingest.csv-quote-not-closed',
      /line 2: a quoted value that starts here never ends/,
    ],
    ['a web page', '<!DOCTYPE html><html></html>', 'ingest.file-not-data', /a web page/],
    ['a PDF', '%PDF-1.7 …', 'ingest.file-not-data', /a PDF/],
    ['UTF-16', Buffer.from('id,title\n', 'utf16le'), 'ingest.file-not-data', /UTF-8/],
    [
      'a truncated gzip',
      gzipSync('id,title\n1,a\n'.repeat(900)).subarray(0, 60),
      'ingest.archive-broken',
      /ends early/,
    ],
    [
      'Windows-1252',
      Buffer.from('id,title\n1,a\n2,caffè\n', 'latin1'),
      'ingest.file-not-utf8',
      /line 3, column "7"/,
    ],
  ])('refuses %s whole, saying where and what to do', async (_name, content, code, message) => {
    const failure = read(content);
    await expect(failure).rejects.toMatchObject({ code, kind: 'invalid' });
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow('table.csv');
  });
});
