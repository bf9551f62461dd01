import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `package.json` and `data/`, from sources and from the build alike. */
export const projectFolder: string = find(dirname(fileURLToPath(import.meta.url)));

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'data'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the project folder (with package.json and data/) was not found');
  return find(parent);
}
