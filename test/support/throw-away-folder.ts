import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/**
 * Where tests put data that nobody needs afterwards: memory, where there is plenty of it, else the temporary folder.
 *
 * On a busy disk a database is cloned from its template in 600 to 1,100 ms, in memory in 110 ms.
 */
export function throwAwayFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}
