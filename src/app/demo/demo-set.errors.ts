import { AppError } from '../../platform/errors/app-error.js';
import type { YamlComplaint } from '../../platform/yaml/yaml-value.js';

/** A file of the demonstration set that does not say what it must. The set is public, so the value may be shown. */
export function badDemoFile({ file, line, key, problem }: Omit<YamlComplaint, 'column'>): AppError {
  return new AppError('demo.bad-file', 'invalid', `${file}, line ${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}
