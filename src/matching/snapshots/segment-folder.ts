import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { segmentDamaged, segmentMissing } from '../matching.errors.js';

/** The files of the snapshots: immutable, named after what they hold, written whole or not at all. */
export class SegmentFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes beside and renames, so that a reader never sees half a file. */
  async write(fileName: string, bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const beside = join(this.#folder, `.${fileName}.${process.pid}.part`);
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, join(this.#folder, fileName));
    return { sha256: sha256(bytes), bytes: bytes.byteLength };
  }

  /**
   * Into memory that threads can share.
   *
   * @throws {AppError} `matching.segment-missing`, `matching.segment-damaged`
   */
  async read(fileName: string, expectedSha256: string): Promise<SharedArrayBuffer> {
    const bytes = await readFile(join(this.#folder, fileName)).catch((cause: unknown) => {
      throw segmentMissing(fileName, cause);
    });
    if (sha256(bytes) !== expectedSha256) throw segmentDamaged(fileName);
    const shared = new SharedArrayBuffer(bytes.byteLength);
    new Uint8Array(shared).set(bytes);
    return shared;
  }

  pathOf(fileName: string): string {
    return join(this.#folder, fileName);
  }

  async has(fileName: string): Promise<boolean> {
    return stat(join(this.#folder, fileName)).then(
      () => true,
      () => false,
    );
  }

  /** Files that nobody wrote since, half-written ones of crashed writers among them. */
  async idle(since: Date): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const idle: string[] = [];
    for (const name of names) {
      const { mtimeMs } = await stat(join(this.#folder, name)).catch(() => ({
        mtimeMs: Number.POSITIVE_INFINITY,
      }));
      if (mtimeMs < since.getTime()) idle.push(name);
    }
    return idle;
  }

  async remove(fileName: string): Promise<void> {
    await unlink(join(this.#folder, fileName)).catch(() => undefined);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
