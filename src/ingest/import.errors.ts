import { AppError } from '../platform/errors/app-error.js';

export function importNotFound(id: string): AppError {
  return new AppError('ingest.import-not-found', 'not-found', `no import "${id}"`);
}

export function importNotIn(id: string, state: string, needed: string): AppError {
  return new AppError(
    'ingest.import-wrong-state',
    'conflict',
    `import ${id} is ${state}: only one that is ${needed} can do this`,
  );
}

export function tooManyWatchers(): AppError {
  return new AppError(
    'ingest.too-many-watchers',
    'too-many',
    'too many imports are being watched at this moment; ask for the import itself now and then instead',
  );
}
