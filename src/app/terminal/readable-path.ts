import { stat } from 'node:fs/promises';

import { AppError } from '../../platform/errors/app-error.js';

/**
 * How large what a path names is, in bytes; 0 where it is a pipe.
 *
 * @throws {AppError} `terminal.unreadable-file`
 */
export async function requireReadable(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    const message = `${path}: there is no such file or folder; check the name`;
    throw new AppError('terminal.unreadable-file', 'invalid', message, { cause });
  });
  return found.size;
}
