import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the open data lie; null where they are absent. */
export function sharedData(folder: string): string | null {
  const root = process.env.TESSERA_SHARED ?? '../shared';
  const path = resolve(root, 'data', folder);
  return existsSync(path) ? path : null;
}
