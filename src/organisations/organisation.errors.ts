import { AppError } from '../platform/errors/app-error.js';

export function organisationNotFound(reference: string): AppError {
  return new AppError(
    'organisations.not-found',
    'not-found',
    `no organisation "${reference}": give our id, a PIC of nine digits or the exact name`,
  );
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly pic: string | null;
  readonly country: string | null;
}

export function organisationAmbiguous(reference: string, candidates: readonly Candidate[]): AppError {
  const list = candidates.map(
    ({ id, name, pic, country }) =>
      `${name} (${[country, pic && `PIC ${pic}`, id].filter(Boolean).join(', ')})`,
  );
  return new AppError(
    'organisations.ambiguous',
    'ambiguous',
    `"${reference}" names ${candidates.length} organisations; give the id of one: ${list.join('; ')}`,
    { context: { candidates: candidates.map(({ id }) => id) } },
  );
}
