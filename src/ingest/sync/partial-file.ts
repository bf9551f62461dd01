import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { AppError } from '../../platform/errors/app-error.js';

/** What is known of the file whose beginning lies on disk; without it the beginning is worth nothing. */
export interface PartNote {
  /** strong: bytes of the same tag are bytes of the same file */
  readonly etag: string;
  readonly lastModified: string | null;
  /** bytes of the whole file; null: not told */
  readonly total: number | null;
}

export interface HeldPart extends PartNote {
  readonly bytes: number;
}

/** The beginning of a file that is being fetched, on disk, so that a fetch that was cut goes on where it ended. */
export class PartialFile {
  readonly #notePath: string;

  /** @param path where the file is put together; a note lies beside it */
  constructor(readonly path: string) {
    this.#notePath = `${path}.json`;
  }

  /** What is held of it; null where nothing is that could be gone on with. */
  async held(): Promise<HeldPart | null> {
    const note = toNote(await readFile(this.#notePath, 'utf8').catch(() => ''));
    const bytes = await this.size();
    return note === null || bytes === 0 ? null : { ...note, bytes };
  }

  async size(): Promise<number> {
    return stat(this.path).then(
      ({ size }) => size,
      () => 0,
    );
  }

  /** Begins anew. @param note null: it cannot be gone on with once it is cut */
  async begin(note: PartNote | null): Promise<void> {
    await this.discard();
    await this.#onDisk(async () => {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
      if (note !== null) await writeFile(this.#notePath, JSON.stringify(note), { mode: 0o600 });
    });
  }

  /** Puts bytes behind what is held. What came before a failure stays. */
  async append(chunks: AsyncIterable<Buffer>, onBytes: (held: number) => void): Promise<void> {
    const handle = await this.#onDisk(() => open(this.path, 'a', 0o600));
    try {
      let held = (await handle.stat()).size;
      for await (const chunk of chunks) {
        await this.#onDisk(() => written(handle, chunk));
        onBytes((held += chunk.length));
      }
    } finally {
      await handle.close();
    }
  }

  /** SHA-256 of what is held, in hexadecimal digits. */
  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.path) as AsyncIterable<Buffer>) hash.update(chunk);
    return hash.digest('hex');
  }

  /** The first bytes. */
  async head(length: number): Promise<Buffer> {
    const handle = await open(this.path, 'r').catch(() => null);
    if (handle === null) return Buffer.alloc(0);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.#notePath, { force: true });
  }

  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      throw new AppError(
        'ingest.download-not-written',
        'unavailable',
        `${this.path}: cannot be written (${code}); look at the disk and the rights, then try again`,
        { cause },
      );
    }
  }
}

async function written(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await handle.write(chunk, at)).bytesWritten;
}

function toNote(text: string): PartNote | null {
  try {
    const { etag, lastModified, total } = JSON.parse(text) as Record<string, unknown>;
    if (typeof etag !== 'string') return null;
    return {
      etag,
      lastModified: typeof lastModified === 'string' ? lastModified : null,
      total: typeof total === 'number' ? total : null,
    };
  } catch {
    return null;
  }
}
