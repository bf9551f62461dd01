import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * One file of the reference data that lies beside the repository (`../shared/data`, or `TESSERA_SHARED`), for specs
 * only; undefined, with one line said, where it is absent.
 */
export function sharedFile(path: string): string | undefined {
  return sharedBytes(path)?.toString('utf8');
}

/** The same, as bytes: for gzipped files. */
export function sharedBytes(path: string): Buffer | undefined {
  const file = sharedPath(join('data', path));
  return file === undefined ? undefined : readFileSync(file);
}

/** Where a file or folder beside the repository lies, `data/cordis-horizon-europe`; undefined, with one line said. */
export function sharedPath(path: string): string | undefined {
  const folder = process.env['TESSERA_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
  const file = resolve(folder, path);
  if (existsSync(file)) return file;
  process.stderr.write(`skipped: ${path} of the shared reference data is not here\n`);
  return undefined;
}
