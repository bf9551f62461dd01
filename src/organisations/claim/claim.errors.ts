import { AppError } from '../../platform/errors/app-error.js';

/** @param field what was written about, as the interface calls it */
export function badLine(field: string, remedy: string): AppError {
  return new AppError('organisations.bad-line', 'invalid', `${field}: ${remedy}`, { context: { field } });
}

export function lineNotFound(ref: string): AppError {
  return new AppError(
    'organisations.line-not-found',
    'not-found',
    `the profile has no line "${ref}": read it anew, somebody may have decided on it already`,
  );
}

export function badPic(): AppError {
  return new AppError(
    'organisations.bad-pic',
    'invalid',
    'pic: a Participant Identification Code has nine digits; leave it out where there is none',
  );
}

export function badVatNumber(): AppError {
  return new AppError(
    'organisations.bad-vat-number',
    'invalid',
    'vatNumber: write it with the letters of the country, IT01234567890; leave it out where there is none',
  );
}

export function tooManyLines(most: number): AppError {
  return new AppError(
    'organisations.too-many-lines',
    'conflict',
    `an organisation keeps at most ${most} competence lines of its own: take one out first`,
  );
}

export function exclusionRefused(): AppError {
  return new AppError(
    'organisations.exclusion-refused',
    'invalid',
    'name another organisation than your own, and at most 200 in all',
  );
}
