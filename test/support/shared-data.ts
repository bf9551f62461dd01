import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * One file of the reference data that lies beside the repository (`../shared/data`, or `TESSERA_SHARED`), for specs
 * only; undefined, with one line said, where it is absent.
 */
export function sharedFile(path: string): string | undefined {
  return sharedBytes(path)?.toString('utf8');
}

/** The same, as bytes: for gzipped files. */
export function sharedBytes(path: string): Buffer | undefined {
  const folder = process.env['TESSERA_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
  const file = resolve(folder, 'data', path);
  if (existsSync(file)) return readFileSync(file);
  process.stderr.write(`skipped: ${path} of the shared reference data is not here\n`);
  return undefined;
}
