import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../../src/platform/files/project-folder.js';

const folder = join(projectFolder, 'test', 'browser', 'pictures');

/** Whether people are to look at what the pages looked like: `TESSERA_PICTURES=1`. */
export const picturesWanted = process.env['TESSERA_PICTURES'] === '1';

/** Keeps what a page looked like, for people to look at; the folder is not committed. */
export function keepPicture(name: string, png: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), png);
}
