import { AppError } from '../../platform/errors/app-error.js';

/** A file of the demonstration set that does not say what it must. The set is public, so the value may be shown. */
export function badDemoFile(file: string, line: number, key: string, problem: string): AppError {
  return new AppError('demo.bad-file', 'invalid', `${file}, line ${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}
