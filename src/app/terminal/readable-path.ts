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

/**
 * That a path names a file or a pipe, not a folder.
 *
 * @throws {AppError} `terminal.unreadable-file`
 */
export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return;
  throw new AppError('terminal.unreadable-file', 'invalid', `${path}: this is a folder; name the file in it`);
}
