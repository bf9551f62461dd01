import { AppError } from '../platform/errors/app-error.js';

export const linkNotFound = (): AppError =>
  new AppError(
    'digests.link-not-found',
    'not-found',
    'this link leads nowhere: open the one in your newest mail, or sign in',
  );

export const nothingInDigest = (): AppError =>
  new AppError('digests.no-such-item', 'not-found', 'the digest holds no such item any more');

export const readerNotFound = (): AppError =>
  new AppError(
    'digests.reader-not-found',
    'not-found',
    'nobody of your members with this id wants digests: see the list of readers',
  );

export const digestNotFound = (): AppError =>
  new AppError('digests.not-found', 'not-found', 'there is no such digest among yours');

export const badWeek = (text: string): AppError =>
  new AppError('digests.bad-week', 'invalid', `"${text}" is no week: write year and week, as 2026-W48`);
