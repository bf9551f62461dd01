import { randomBytes } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';

import { AppError } from '../../platform/errors/app-error.js';

/**
 * Looks before the work whether a result could be written there: the folder exists and is writable, the name ends as
 * it should and is not a folder's.
 *
 * @param extension with its dot: `.html`
 * @throws {AppError} `terminal.bad-out`
 */
export async function requireWritable(file: string, extension: string): Promise<void> {
  if (extname(file).toLowerCase() !== extension) {
    throw badOut(file, `give a name that ends in ${extension}`);
  }
  const folder = dirname(resolve(file));
  const known = await stat(folder).catch(() => null);
  if (!known?.isDirectory()) throw badOut(file, `there is no folder ${folder}; make it first`);
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile()) throw badOut(file, 'it exists and is not a file; give another name');
  await access(folder, constants.W_OK | constants.X_OK).catch((cause: unknown) => {
    throw badOut(file, `the folder ${folder} cannot be written to; give another place`, cause);
  });
}

/**
 * Writes a result whole or not at all: beside its place, then by one renaming. An older file of that name is replaced.
 *
 * @throws {AppError} `terminal.bad-out`
 */
export async function writeResult(file: string, contents: string | Uint8Array): Promise<void> {
  const beside = join(dirname(resolve(file)), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await writeFile(beside, contents, { flag: 'wx' });
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw badOut(file, 'it could not be written; look at the rights and the free space there', cause);
  }
}

function badOut(file: string, what: string, cause?: unknown): AppError {
  return new AppError('terminal.bad-out', 'invalid', `--out ${file}: ${what}`, { cause });
}
