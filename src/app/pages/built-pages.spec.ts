import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readBuiltPages } from './built-pages.js';

describe('built pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-pages-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('know at which addresses there is a page', () => {
    writeFileSync(join(folder, 'index.html'), '<p>frame</p>');
    writeFileSync(join(folder, 'addresses.json'), '["/","/radar","/radar/calls/$reference"]');
    const pages = readBuiltPages(folder);
    const there = (path: string) => pages?.hasPage(path);
    expect(['/', '/radar', '/radar/', '/radar/calls/HORIZON-1', '/radar/calls/a%2Fb'].map(there)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(['/rad', '/radar/calls', '/radar/calls/a/b', '/addresses.json', '/xradar'].map(there)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
    expect(pages?.files.has('/addresses.json')).toBe(false);
  });
});
