import { AppError } from '../../platform/errors/app-error.js';
import { quoted } from '../tabular/tabular.errors.js';

/** The form of a source's name, and of its place in an address. */
export const sourceNamePattern = /^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/;

/**
 * The name under which a column map is kept: `member-list`, `e-scouting`, `event-participants`.
 *
 * @throws {AppError} `ingest.source-name-invalid`
 */
export function sourceName(text: string): string {
  const name = text.trim().toLowerCase();
  if (sourceNamePattern.test(name)) return name;
  throw new AppError(
    'ingest.source-name-invalid',
    'invalid',
    `source ${quoted(text)}: a name has 2 to 40 letters (a to z), digits and hyphens; write it like e-scouting`,
  );
}

/** Nobody has said which columns such files have. */
export function columnMapNotFound(source: string, saved: readonly string[]): AppError {
  const choice = saved.length > 0 ? `there are maps for ${saved.join(', ')}` : 'this cluster has saved none';
  return new AppError(
    'ingest.column-map-not-found',
    'not-found',
    `no saved column map for source ${quoted(source)}: ${choice}; give a map with it once`,
  );
}
