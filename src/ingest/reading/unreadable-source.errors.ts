import { AppError } from '../../platform/errors/app-error.js';
import { fileRefused, overLimit } from '../tabular/tabular.errors.js';

export const sourceNotFound = (path: string, cause?: unknown): AppError =>
  new AppError('ingest.source-not-found', 'not-found', `${path}: no such file or folder; check the path`, {
    cause,
  });

export const sourceNotReadable = (file: string, why: string, cause: unknown): AppError =>
  new AppError(
    'ingest.source-not-readable',
    'invalid',
    `${file}: it cannot be read (${why}); check its rights and the disk`,
    {
      cause,
    },
  );

export const emptySource = (file: string): AppError =>
  fileRefused('file-empty', { file }, 'the file is empty', 'get it again');

export const damagedArchive = (file: string): AppError =>
  fileRefused('archive-broken', { file }, 'the compressed file ends early or is damaged', 'get it again');

export const notTheData = (file: string, found: string, wanted: string): AppError =>
  fileRefused(
    'file-not-data',
    { file, line: 1 },
    `this is ${found}, not ${wanted}`,
    'get the data file itself',
  );

export const tooLarge = (file: string, what: string): AppError =>
  overLimit({ file }, `it holds more than ${what}`, 'give a smaller file');
