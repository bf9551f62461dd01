import { execFileSync } from 'node:child_process';

import { InlineMemberFileReader } from '../../../test/support/inline-member-file-reader.js';
import { makeWorkbook } from '../../../test/support/make-workbook.js';
import { spooled } from '../../../test/support/spooled.js';
import { until } from '../../../test/support/until.js';
import type { MemberFile } from '../members/read-member-file.js';
import { ChildMemberFileReader, type ReadingLimits } from './child-member-file-reader.js';

const list =
  'Ragione sociale;P. IVA;Comune;Prov.;__proto__;Nota\n' +
  'Alfa Inventata srl;9999900989;Milano;MI;x;è così\n' +
  ';12;Roma;ZZ;;\n';

/** Some seconds of work. */
const much = `legalName;description\n${Array.from({ length: 25_000 }, (_, i) => `Ditta ${i};${'x'.repeat(200)} ${i}\n`).join('')}`;

describe('a member file read in a process of its own', () => {
  const read = async (content: string | Uint8Array, limits?: ReadingLimits): Promise<MemberFile> => {
    const file = await spooled(content);
    try {
      return await new ChildMemberFileReader(limits).read({ content: file, file: 'soci.csv' });
    } finally {
      await file.close();
    }
  };
  const children = (): number[] => {
    try {
      const found = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'parse-member-file']);
      return found.toString().trim().split('\n').map(Number);
    } catch {
      return [];
    }
  };

  it('is read as it would be here, rows and problems alike', async () => {
    const content = await spooled(list);
    const here = await new InlineMemberFileReader().read({ content, file: 'soci.csv' });
    expect(here.rows.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await read(list)).toEqual(here);
    expect(Object.entries((await read(list)).rows[0] ?? {})).toEqual(Object.entries(here.rows[0] ?? {}));
    await content.close();
  });

  it('is refused in the same words', async () => {
    await expect(read('<!doctype html><p>Sign in</p>')).rejects.toMatchObject({
      code: 'ingest.file-html',
      kind: 'invalid',
      message: expect.stringContaining('soci.csv, line 1: this is an HTML page'),
      context: { line: 1 },
    });
    const rows = [['Nome socio'], ['Alfa']];
    const sheets = ['2024', '2025'].map((name) => ({ name, rows }));
    await expect(read(makeWorkbook({ sheets }))).rejects.toMatchObject({ kind: 'ambiguous' });
  });

  it('that takes too long, or too much memory, is refused and says so', async () => {
    await expect(read(much, { heapMb: 256, timeMs: 900 })).rejects.toMatchObject({
      code: 'ingest.file-too-slow',
      kind: 'invalid',
      message: expect.stringMatching(/^soci\.csv: reading it took longer than 0\.9 s; split it/),
    });
    await expect(read(much, { heapMb: 40, timeMs: 60_000 })).rejects.toMatchObject({
      code: 'ingest.file-too-costly',
      message: expect.stringMatching(/^soci\.csv: reading it takes more than 40 MB of memory; split it/),
    });
    expect(children()).toEqual([]);
  });

  it('is refused where something kills that process, and the next file is read', async () => {
    const reader = new ChildMemberFileReader();
    const content = await spooled(much);
    const reading = reader.read({ content, file: 'soci.csv' }).catch((error: unknown) => error);
    await until('the process to start', () => children().length === 1);
    for (const pid of children()) process.kill(pid, 'SIGKILL');
    expect(await reading).toMatchObject({ code: 'ingest.file-reading-broken', kind: 'invalid' });
    await content.close();
    const next = await spooled(list);
    expect((await reader.read({ content: next, file: 'soci.csv' })).rows).toHaveLength(2);
    await next.close();
  });
});
