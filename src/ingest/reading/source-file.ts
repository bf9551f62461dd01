import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough, type Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { AppError } from '../../platform/errors/app-error.js';
import {
  damagedArchive,
  emptySource,
  sourceNotFound,
  sourceNotReadable,
  tooLarge,
} from './unreadable-source.errors.js';
import { zipMembers } from './zip-members.js';

/** One file of a source, wherever it lies: in a folder, in a zip, alone. Its bytes come unpacked. */
export interface SourceFile {
  /** its own name, without folder and without `.gz` */
  readonly name: string;
  /**
   * The bytes, gunzipped where they are gzipped (told by content, not by name).
   *
   * @throws {AppError} `ingest.file-empty`, `ingest.archive-broken`, `ingest.file-over-limit`, while iterating
   */
  bytes(): AsyncGenerator<Buffer>;
}

/** More than any source holds, less than would fill a disk: an archive that unpacks to more is an attack or a mistake. */
const unpackedLimitBytes = 4 * 1024 ** 3;

/**
 * The files at a path: those directly in a folder, the members of a zip, or the one file. Sorted by name.
 *
 * @throws {AppError} `ingest.source-not-found`, `ingest.archive-broken`, `ingest.file-encrypted`
 */
export async function sourceFiles(path: string): Promise<readonly SourceFile[]> {
  const kind = await kindOf(path);
  if (kind === 'folder') return filesOfFolder(path);
  if (kind === 'zip') return (await zipMembers(path)).map(({ name, open }) => sourceFile(name, open));
  return [fileOnDisk(path)];
}

/** A source file over raw bytes, for members of archives and for tests. */
export function sourceFile(name: string, openRaw: () => Promise<Readable>): SourceFile {
  const plainName = basename(name).replace(/\.gz$/i, '');
  return { name: plainName, bytes: () => unpacked(plainName, openRaw) };
}

async function kindOf(path: string): Promise<'folder' | 'zip' | 'file'> {
  try {
    if ((await stat(path)).isDirectory()) return 'folder';
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50 ? 'zip' : 'file';
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw sourceNotFound(path, cause);
  }
}

async function filesOfFolder(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => fileOnDisk(join(folder, entry.name)))
    .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
}

function fileOnDisk(path: string): SourceFile {
  return sourceFile(path, async () =>
    (await open(path, 'r')).createReadStream({ highWaterMark: 256 * 1024 }),
  );
}

async function* unpacked(name: string, openRaw: () => Promise<Readable>): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    const raw = await openRaw();
    const first = await firstBytes(raw);
    if (first === null) throw emptySource(name);
    for await (const chunk of isGzip(first) ? gunzipped(raw) : raw) {
      total += (chunk as Buffer).length;
      if (total > unpackedLimitBytes) throw tooLarge(name, '4 GB unpacked');
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof AppError ? error : readFailure(name, error);
  }
  if (total === 0) throw emptySource(name);
}

/** The first bytes, put back; null at the end of an empty stream. */
async function firstBytes(stream: Readable): Promise<Buffer | null> {
  for (;;) {
    const chunk = stream.read() as Buffer | null;
    if (chunk !== null) {
      stream.unshift(chunk);
      return chunk;
    }
    if (stream.readableEnded) return null;
    const ended = await new Promise<boolean>((resolve, reject) => {
      stream.once('readable', () => resolve(false));
      stream.once('end', () => resolve(true));
      stream.once('error', reject);
    });
    if (ended) return null;
  }
}

function readFailure(name: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code) ? sourceNotReadable(name, code, error) : damagedArchive(name);
}

const isGzip = (bytes: Buffer): boolean => bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

function gunzipped(raw: Readable): Readable {
  // `pipeline` hands an error of the file on to whoever iterates the unpacked bytes.
  return pipeline(raw, createGunzip({ chunkSize: 256 * 1024 }), new PassThrough(), () => undefined);
}
