import { AppError } from '../../platform/errors/app-error.js';
import type { YamlComplaint } from '../../platform/yaml/yaml-value.js';

/** A file of rules that cannot be used. Nothing is checked by half a rulebook. */
export function badRuleFile({ file, line, column, key, problem }: YamlComplaint): AppError {
  return new AppError(
    'eligibility.bad-rule-file',
    'invalid',
    `${file}:${line}:${column} ${key}: ${problem}`,
    {
      context: { line, column, key },
    },
  );
}

/** A described consortium that cannot be read as one. */
export function badConsortium({ file, line, column, key, problem }: YamlComplaint): AppError {
  return new AppError('eligibility.bad-file', 'invalid', `${file}:${line}:${column} ${key}: ${problem}`, {
    context: { line, column, key },
  });
}

/** The file as a whole cannot be read. */
export function unreadableFile(file: string, problem: string, cause?: unknown): AppError {
  return new AppError('eligibility.unreadable-file', 'invalid', `${file}: ${problem}`, { cause });
}
