import { AppError } from '../platform/errors/app-error.js';

export function opportunityNotFound(reference: string): AppError {
  return new AppError(
    'opportunities.not-found',
    'not-found',
    `no opportunity "${reference}": give our id, the identifier in any letter case or the exact title`,
  );
}

export function opportunityAmbiguous(
  reference: string,
  candidates: readonly { readonly id: string; readonly identifier: string }[],
): AppError {
  return new AppError(
    'opportunities.ambiguous',
    'ambiguous',
    `"${reference}" names ${candidates.length} opportunities; give the identifier of one: ` +
      candidates.map(({ identifier }) => identifier).join('; '),
    { context: { candidates: candidates.map(({ id }) => id) } },
  );
}

export function nobodySaves(): AppError {
  return new AppError(
    'opportunities.nobody-saves',
    'conflict',
    'opportunities are saved on behalf of a cluster or an organisation, and this request is on nobody’s',
  );
}

export function tooManySaved(most: number): AppError {
  return new AppError(
    'opportunities.too-many-saved',
    'conflict',
    `you have saved ${most} opportunities already; take some back first`,
  );
}
