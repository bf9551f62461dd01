import { AppError } from '../platform/errors/app-error.js';

export function noMembers(slug: string): AppError {
  return new AppError(
    'insights.no-members',
    'conflict',
    `cluster "${slug}" has no members yet: import its member file first ("tessera import members FILE --cluster ${slug}")`,
  );
}

export function noOwnCluster(slugs: readonly string[]): AppError {
  return new AppError(
    'insights.no-cluster',
    'invalid',
    slugs.length === 0
      ? 'this page is about a cluster, and you are staff of none'
      : `you are staff of several clusters: add ?cluster= and one of ${slugs.join(', ')}`,
  );
}

export function noSuchPlace(): AppError {
  return new AppError(
    'insights.no-such-place',
    'invalid',
    'the list has changed since that page was read: start again without "after"',
  );
}

export function noSuchCall(reference: string): AppError {
  return new AppError(
    'insights.not-listed',
    'not-found',
    `"${reference.slice(0, 80)}" is closed or withdrawn on that day: the radar shows what is open or forthcoming`,
  );
}

export function noSuchMember(slug: string): AppError {
  return new AppError(
    'insights.not-a-member',
    'not-found',
    `this organisation is no member of cluster "${slug}", and never was`,
  );
}

export function noSuchRun(id: string): AppError {
  return new AppError(
    'insights.no-such-run',
    'not-found',
    `no earlier score run "${id}" to compare with: take one of those that the matrix lists`,
  );
}

export function noSuchCell(): AppError {
  return new AppError(
    'insights.no-such-cell',
    'not-found',
    'no ecosystem or no programme part has that code: take those that the matrix lists',
  );
}

export function nothingToUndo(): AppError {
  return new AppError(
    'insights.nothing-to-undo',
    'conflict',
    'the share of newcomers was not changed since it was last taken back: set it anew instead',
  );
}
