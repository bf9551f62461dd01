import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { makeZip } from '../../../test/support/make-workbook.js';
import { all } from '../../../test/support/source-text.js';
import { sourceFiles } from './source-file.js';

describe('the files of a source', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'source-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const contents = async (path: string): Promise<unknown[]> =>
    Promise.all(
      (await sourceFiles(path)).map(async (file) => [
        file.name,
        Buffer.concat(await all(file.bytes())).toString(),
      ]),
    );

  it('are those of a folder by name, gunzipped, without hidden ones and folders', async () => {
    write('b.csv.gz', gzipSync('bee'));
    write('a.csv', 'ay');
    write('.hidden', 'x');
    mkdirSync(join(folder, 'inner'));
    expect(await contents(folder)).toEqual([
      ['a.csv', 'ay'],
      ['b.csv', 'bee'],
    ]);
  });

  it('are the members of a zip, whatever it is called and in whatever folder they lie', async () => {
    const zip = write('export.bin', makeZip({ 'csv/b.csv': 'bee', '../a.csv': 'ay', '__MACOSX/c': 'x' }));
    await expect(contents(zip)).rejects.toMatchObject({ code: 'ingest.archive-broken' });
    const good = write(
      'good.bin',
      makeZip({ 'csv/b.csv': 'bee', 'a.csv.gz': gzipSync('ay'), '__MACOSX/c': 'x' }),
    );
    expect(await contents(good)).toEqual([
      ['a.csv', 'ay'],
      ['b.csv', 'bee'],
    ]);
  });

  it('are the one file that is named', async () => {
    expect(await contents(write('one.jsonl.gz', gzipSync('{}')))).toEqual([['one.jsonl', '{}']]);
  });

  it.each([
    ['nothing at the path', () => join(folder, 'absent'), 'ingest.source-not-found'],
    ['an empty file', () => write('e.csv', ''), 'ingest.file-empty'],
    ['gzip of nothing', () => write('e.gz', gzipSync('')), 'ingest.file-empty'],
    [
      'a gzip cut off',
      () => write('c.gz', gzipSync('x'.repeat(9_000)).subarray(0, 30)),
      'ingest.archive-broken',
    ],
    [
      'a zip cut off',
      () => write('c.zip', makeZip({ 'a.csv': 'x'.repeat(9_000) }).subarray(0, 60)),
      'ingest.archive-broken',
    ],
    [
      'a zip whose member is damaged',
      () => write('d.zip', damaged(makeZip({ 'a.csv': 'abc'.repeat(9_000) }))),
      'ingest.archive-broken',
    ],
  ])('are refused with a clear error: %s', async (_name, path, code) => {
    await expect(contents(path())).rejects.toMatchObject({ code });
  });
});

/** Turns some bits of the packed content around. */
function damaged(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  for (let at = 45; at < 60; at += 1) bytes[at] = 255 - (bytes[at] ?? 0);
  return bytes;
}
