import { AppError } from '../platform/errors/app-error.js';

export function noMembers(slug: string): AppError {
  return new AppError(
    'insights.no-members',
    'conflict',
    `cluster "${slug}" has no members yet: import its member file first ("tessera import members FILE --cluster ${slug}")`,
  );
}
