import { AppError } from '../platform/errors/app-error.js';
import type { SourceName } from './source.js';

export const passUnderWay = (name: SourceName): AppError =>
  new AppError(
    'sources.pass-under-way',
    'conflict',
    `${name}: another process is fetching it just now; wait until it has ended (within two minutes where it was killed)`,
  );
