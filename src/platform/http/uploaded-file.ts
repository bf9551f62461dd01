import { basename } from 'node:path';

import type { FastifyRequest } from 'fastify';

import { AppError } from '../errors/app-error.js';
import { fileTooLarge, spool, type SpooledFile } from '../files/spooled-file.js';

/** Largest file that is taken in, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/** A file that came with a multipart request. */
export interface UploadedFile {
  /** on disk, under no name; gone once the work is done */
  readonly content: SpooledFile;
  /** the client's name for it, without a folder: shown back, never used to find anything */
  readonly file: string;
}

/**
 * Does something with the one file of a multipart upload. The file is written to disk as it comes, where nobody else
 * finds it, and is gone afterwards, whatever happens.
 *
 * @throws {AppError} `http.no-file`, `files.too-large`, and what the work throws
 */
export async function withUpload<T>(
  request: FastifyRequest,
  work: (upload: UploadedFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw noFile();
  const part = await request.file().catch(() => undefined);
  if (!part) throw noFile();
  const file = basename(part.filename.replace(/\\/g, '/')).slice(0, 200) || 'upload';
  const content = await spool(part.file as AsyncIterable<Uint8Array>, {
    mostBytes: largestUpload,
    name: file,
  });
  try {
    // at its limit the server cuts the file off and says so here: half a file is none
    if (part.file.truncated) throw fileTooLarge(file, largestUpload);
    return await work({ content, file });
  } finally {
    await content.close();
  }
}

const noFile = (): AppError =>
  new AppError('http.no-file', 'invalid', 'send the file as multipart/form-data, in a part named "file"');
