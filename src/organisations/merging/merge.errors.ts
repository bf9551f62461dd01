import { AppError } from '../../platform/errors/app-error.js';

export function noSuchProposal(kept: string, other: string): AppError {
  return new AppError(
    'organisations.no-such-proposal',
    'conflict',
    `nothing says any more that ${other} is ${kept}: read the proposals anew`,
    { context: { kept, other } },
  );
}

export function mergeSpokenFor(other: string): AppError {
  return new AppError(
    'organisations.merge-spoken-for',
    'conflict',
    `people of ${other} look after its profile: ask them to remove one of the two, or say that they are two`,
    { context: { other } },
  );
}

export function mergeInUse(other: string): AppError {
  return new AppError(
    'organisations.merge-in-use',
    'conflict',
    `${other} has requests, seats or ideas that are under way: end them first`,
    { context: { other } },
  );
}

export function mergeNotFound(id: string): AppError {
  return new AppError(
    'organisations.merge-not-found',
    'not-found',
    `there is no decision ${id} to take back`,
  );
}

export function mergeTooOld(id: string, days: number): AppError {
  return new AppError(
    'organisations.merge-too-old',
    'conflict',
    `decision ${id} was taken more than ${days} days ago`,
    { context: { id, days } },
  );
}
