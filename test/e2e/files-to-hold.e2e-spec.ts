import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readSpreadsheet } from '../support/read-spreadsheet.js';
import { temporaryData, tessera, type Finished } from '../support/running-service.js';

describe('files to hold, on a machine where nothing runs yet', () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  beforeAll(async () => {
    data = await temporaryData();
  });
  afterAll(() => data.remove());

  const run = (...args: string[]): Promise<Finished> =>
    tessera(args, { TESSERA_DATA: join(data.folder, 'data') });
  const out = (name: string): string => join(data.folder, name);

  it('are an A4 page for a member, in Italian unless told otherwise', async () => {
    await writeFile(out('rigentra.html'), 'an older page');
    const { code, stdout, stderr } = await run('brief', 'rigentra s.r.l.', '--out', out('rigentra.html'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`Wrote ${out('rigentra.html')}`);
    const page = await readFile(out('rigentra.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\s*<html lang="it">/);
    expect(page).toContain('Rigentra S.r.l.');
    expect(page).toContain('INVENTATA');
  }, 240_000);

  it('are a workbook for the officers of a cluster', async () => {
    const { code } = await run(
      'workbook',
      '--cluster',
      'AFIL',
      '--as-of',
      '2026-11-22',
      '--out',
      out('afil.xlsx'),
    );
    expect(code).toBe(0);
    const { sheets, elements } = readSpreadsheet(await readFile(out('afil.xlsx')));
    expect(sheets.map(({ name }) => name)).toContain('Soci per bando');
    expect(elements).not.toContain('f');
  }, 120_000);

  it.each([
    [['brief', 'Nobody S.r.l.', '--out', 'x.html'], 'no organisation "Nobody S.r.l."'],
    [['workbook', '--cluster', 'atlantis', '--out', 'x.xlsx'], 'no cluster "atlantis": one of afil'],
    [['brief', 'Rigentra S.r.l.', '--as-of', '22/11/2026', '--out', 'x.html'], '"22/11/2026" is not a date'],
    [['brief', 'Rigentra S.r.l.', '--out', 'nowhere/x.html'], 'there is no folder'],
    [['brief', 'Rigentra S.r.l.', '--lang', 'fr', '--out', 'x.html'], 'Allowed choices are it, en'],
    [['workbook', '--cluster', 'afil'], "required option '--out <file>' not specified"],
  ])(
    'are refused with what is wrong: %j',
    async (args, says) => {
      const { code, stderr } = await run(...args.map((arg) => arg.replace(/^(nowhere\/)?x\./, out('$1x.'))));
      expect(code).toBe(1);
      expect(stderr).toContain(says);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect((await readdir(data.folder)).filter((name) => /^\.?x\./.test(name))).toEqual([]);
    },
    60_000,
  );
});
