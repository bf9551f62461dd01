import { createHash, randomUUID } from 'node:crypto';
import { read } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AppError } from '../errors/app-error.js';

/** Bytes that came from outside, on disk under no name: nobody can find, serve or forget them. */
export interface SpooledFile {
  /** number of the open file; read it by position */
  readonly fd: number;
  readonly bytes: number;
  /** of the content, in hexadecimal digits */
  readonly sha256: string;
  /** gives the disk space back; a process that dies gives it back too */
  close(): Promise<void>;
}

export interface SpoolOptions {
  readonly mostBytes: number;
  /** of the file, for the message */
  readonly name: string;
}

/**
 * Writes a stream to disk, at most `mostBytes`; what is longer is not read on.
 *
 * The file gets a random name in a folder of its own and loses it again at once, so that only who holds it open can
 * read it and nothing is left of it whatever happens.
 *
 * @throws {AppError} `files.too-large`, and what the stream throws
 */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  { mostBytes, name }: SpoolOptions,
): Promise<SpooledFile> {
  const file = await namelessFile();
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw fileTooLarge(name, mostBytes);
      hash.update(chunk);
      await file.write(chunk);
    }
    return { fd: file.fd, bytes, sha256: hash.digest('hex'), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-'));
  try {
    return await open(join(folder, randomUUID()), 'wx+', 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Also for who knows the size beforehand. */
export function fileTooLarge(name: string, mostBytes: number): AppError {
  const size = Math.round(mostBytes / 1024 / 1024);
  const shown = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 200);
  return new AppError(
    'files.too-large',
    'invalid',
    `${shown}: more than ${size} MB; leave out what is not needed, or split it`,
  );
}

/** All of it, for what is small. */
export function spooledBytes({ fd, bytes }: SpooledFile): Promise<Buffer> {
  const content = Buffer.alloc(bytes);
  return new Promise((resolve, reject) => {
    read(fd, content, 0, bytes, 0, (error, count) => {
      if (error) reject(error);
      else resolve(content.subarray(0, count));
    });
  });
}
