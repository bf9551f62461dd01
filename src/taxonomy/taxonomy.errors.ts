import { AppError } from '../platform/errors/app-error.js';
import type { YamlComplaint } from '../platform/yaml/yaml-value.js';

/**
 * A reference file that does not say what it must: which file, which line, which key or column, and what to do.
 *
 * Reference files hold no personal data, so the message may show the value.
 */
export function badReferenceFile({ file, line, key, problem }: Omit<YamlComplaint, 'column'>): AppError {
  return new AppError('taxonomy.bad-file', 'invalid', `${file}, line ${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}

/** A question about a vocabulary or a set of places that does not exist. */
export function unknownReferenceSet(kind: string, id: string, known: readonly string[]): AppError {
  return new AppError(
    'taxonomy.unknown-set',
    'not-found',
    `There is no ${kind} '${id}'. Known: ${known.join(', ')}.`,
    { context: { kind, id } },
  );
}
