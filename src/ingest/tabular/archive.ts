import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../platform/errors/app-error.js';
import type { TabularLimits } from './limits.js';
import { fileRefused, overLimit } from './tabular.errors.js';

const symbolicLink = 0o120000;
const fileTypeMask = 0o170000;

/**
 * A zip archive in memory that nobody vouches for.
 *
 * The directory is read and checked first (number of entries, declared sizes, names, links, encryption); sizes lie,
 * so they are counted again while inflating. Parts are streamed, never held whole.
 */
export class Archive {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly file: string,
    private readonly limits: TabularLimits,
  ) {}

  /** @throws {AppError} `ingest.archive-broken`, `ingest.file-encrypted`, `ingest.file-over-limit` */
  static async open(bytes: Uint8Array, file: string, limits: TabularLimits): Promise<Archive> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
      if (zip.entryCount > limits.archiveEntries) {
        throw overLimit({ file }, `an archive of ${zip.entryCount} entries`, 'save the workbook anew');
      }
      return new Archive(zip, await directory(zip, file, limits), file, limits);
    } catch (error) {
      throw toRefusal(error, file);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of one part, piece by piece.
   *
   * @throws {AppError} `ingest.archive-broken` (no such part, damaged), `ingest.file-over-limit`
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw broken(this.file, `the part ${name} is missing`);
    let size = 0;
    let checksum = 0;
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        this.inflated += chunk.length;
        this.refuseBomb(entry, size);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw toRefusal(error, this.file);
    }
    if (checksum !== entry.crc32) throw broken(this.file, `the part ${name} is damaged (checksum)`);
  }

  private refuseBomb(entry: Entry, size: number): void {
    const { inflatedBytes, ratio, ratioFromBytes } = this.limits;
    if (this.inflated > inflatedBytes) throw tooLarge(this.file, inflatedBytes);
    if (size > ratioFromBytes && size > ratio * Math.max(entry.compressedSize, 1)) {
      throw overLimit({ file: this.file }, `a part that unpacks to more than ${ratio} times its size`, anew);
    }
  }
}

const anew = 'open it in a spreadsheet program and save it anew';

async function directory(zip: ZipFile, file: string, limits: TabularLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of { [Symbol.asyncIterator]: () => zip.eachEntry() }) {
    refuseEntry(entry, file);
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) throw tooLarge(file, limits.inflatedBytes);
    if (entry.fileName.endsWith('/')) continue;
    if (entries.has(entry.fileName)) throw broken(file, `the part ${entry.fileName} stands in it twice`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function refuseEntry(entry: Entry, file: string): void {
  if (entry.isEncrypted()) throw encrypted(file);
  if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink) {
    throw broken(file, 'it holds a link to another file');
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw broken(file, `it is packed by a method (${entry.compressionMethod}) no workbook uses`);
  }
}

export function encrypted(file: string): AppError {
  return fileRefused(
    'file-encrypted',
    { file },
    'the file is protected by a password',
    'save it without one',
  );
}

function tooLarge(file: string, bytes: number): AppError {
  return overLimit({ file }, `it unpacks to more than ${Math.round(bytes / 1024 / 1024)} MB`);
}

export function broken(file: string, problem: string): AppError {
  return fileRefused('archive-broken', { file }, problem, `fetch or export it again; or ${anew}`);
}

/** What the zip reader and the inflater throw is about bytes; only two of its messages mean something to people. */
function toRefusal(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/encrypt/i.test(message)) return encrypted(file);
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(message)) {
    return broken(file, 'it holds a part with a path that leads out of the archive');
  }
  return broken(file, 'the file is cut short or damaged');
}
