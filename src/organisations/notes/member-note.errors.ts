import { AppError } from '../../platform/errors/app-error.js';

export function noteOfAnother(id: string): AppError {
  return new AppError(
    'organisations.note-of-another',
    'conflict',
    `note ${id} is about another member: write a new one under an id of its own`,
    { context: { note: id } },
  );
}

export function tooManyNotes(most: number): AppError {
  return new AppError(
    'organisations.too-many-notes',
    'conflict',
    `there are ${most} notes about this member, which is as many as are kept: take one away that is done`,
    { context: { most } },
  );
}

export function noteNotFound(id: string): AppError {
  return new AppError(
    'organisations.note-not-found',
    'not-found',
    `there is no note ${id} about this member`,
  );
}

export function notAMemberOfYours(): AppError {
  return new AppError(
    'organisations.not-your-member',
    'not-found',
    'this organisation is no member of your cluster: notes are kept about members',
  );
}
