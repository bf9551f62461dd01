import { AppError } from '../../platform/errors/app-error.js';

export function routesWithoutPolicy(routes: readonly string[]): AppError {
  return new AppError(
    'access.no-policy',
    'internal',
    `nobody said who may use ${routes.join(', ')}: give each an entry in src/app/access/access-matrix.ts`,
  );
}

export function undocumentedInput(problems: readonly string[]): AppError {
  return new AppError(
    'access.undocumented-input',
    'internal',
    `input that nothing checks: ${problems.join('; ')}. Give each a class with validated properties in a .dto file`,
  );
}
