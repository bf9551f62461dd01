import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { requireWritable, writeResult } from './result-file.js';

describe('a result file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-result-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is written whole, and nothing else is left beside it', async () => {
    const file = join(folder, 'brief.html');
    await requireWritable(file, '.html');
    await writeResult(file, 'a page');
    expect(await readFile(file, 'utf8')).toBe('a page');
    expect(await readdir(folder)).toEqual(['brief.html']);
  });

  it('takes the place of an older one', async () => {
    const file = join(folder, 'brief.HTML');
    await writeFile(file, 'an older and longer page');
    await requireWritable(file, '.html');
    await writeResult(file, new Uint8Array([104, 105]));
    expect(await readFile(file, 'utf8')).toBe('hi');
  });

  it('leaves the older one as it was where it cannot be replaced', async () => {
    const file = join(folder, 'taken.html');
    await mkdir(join(file, 'inside'), { recursive: true });
    await expect(writeResult(file, 'a page')).rejects.toMatchObject({ code: 'terminal.bad-out' });
    expect(await readdir(folder)).toEqual(['taken.html']);
    expect(await readdir(file)).toEqual(['inside']);
  });

  it.each([
    ['brief.pdf', 'ends in .html'],
    ['brief', 'ends in .html'],
    ['nowhere/brief.html', 'there is no folder'],
    ['is-a-folder.html', 'is not a file'],
    ['is-a-file/brief.html', 'there is no folder'],
  ])('cannot be %s', async (name, says) => {
    await mkdir(join(folder, 'is-a-folder.html'));
    await writeFile(join(folder, 'is-a-file'), '');
    const refused = requireWritable(join(folder, name), '.html');
    await expect(refused).rejects.toMatchObject({ code: 'terminal.bad-out', kind: 'invalid' });
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.toThrow(`--out ${join(folder, name)}`);
  });
});
