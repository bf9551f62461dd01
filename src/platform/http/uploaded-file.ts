import { basename } from 'node:path';

import type { FastifyRequest } from 'fastify';

import { AppError } from '../errors/app-error.js';

/** A file that came with a multipart request. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  /** the client's name for it, without a folder: shown back, never used to find anything */
  readonly file: string;
}

/**
 * The one file of a multipart upload, read whole; its size is limited by the server while it streams.
 *
 * @throws {AppError} `http.no-file`, `http.file-too-large`
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw noFile();
  const part = await request.file().catch((cause: unknown) => {
    throw tooLarge(cause) ?? noFile();
  });
  if (!part) throw noFile();
  const bytes = await part.toBuffer().catch((cause: unknown) => {
    throw tooLarge(cause) ?? cause;
  });
  return { bytes, file: basename(part.filename.replace(/\\/g, '/')).slice(0, 200) || 'upload' };
}

function tooLarge(cause: unknown): AppError | undefined {
  const code = cause instanceof Error ? (cause as { code?: unknown }).code : undefined;
  return code === 'FST_REQ_FILE_TOO_LARGE'
    ? new AppError('http.file-too-large', 'invalid', 'the file is larger than 20 MB: split it')
    : undefined;
}

const noFile = (): AppError =>
  new AppError('http.no-file', 'invalid', 'send the file as multipart/form-data, in a part named "file"');
