import { AppError } from '../platform/errors/app-error.js';
import type { YamlComplaint } from '../platform/yaml/yaml-value.js';

/** The file that says how calls ask for partners is wrong. */
export function badCueFile({ file, line, key, problem }: YamlComplaint): AppError {
  return new AppError('consortia.bad-cue-file', 'invalid', `${file}:${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}
