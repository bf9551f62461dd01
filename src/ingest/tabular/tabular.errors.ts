import { AppError } from '../../platform/errors/app-error.js';

/** Where in a file something is wrong; what is not known is left out. */
export interface FilePlace {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
}

/** Makes foreign text fit for one line of a message: no control or direction marks, at most 80 characters. */
export function quoted(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return `"${flat.length > 80 ? `${flat.slice(0, 79)}…` : flat}"`;
}

function describe(place: FilePlace): string {
  const parts = [quoted(place.file).slice(1, -1)];
  if (place.sheet !== undefined) parts.push(`sheet ${quoted(place.sheet)}`);
  if (place.line !== undefined) parts.push(`line ${place.line}`);
  if (place.column !== undefined) parts.push(`column ${quoted(place.column)}`);
  return parts.join(', ');
}

/**
 * The file as a whole cannot be read: nothing of it was taken.
 *
 * The message is one line: file, line, column, value, what is wrong and what to do. The context holds positions
 * only, never what stands in the file.
 */
export function fileRefused(code: string, place: FilePlace, problem: string, remedy: string): AppError {
  const value = place.value === undefined ? '' : `${quoted(place.value)}: `;
  return new AppError(`ingest.${code}`, 'invalid', `${describe(place)}: ${value}${problem}; ${remedy}`, {
    context: { line: place.line, column: place.column },
  });
}

/** A limit of `TabularLimits` was passed. */
export function overLimit(place: FilePlace, problem: string, remedy = 'split the file'): AppError {
  return fileRefused('file-over-limit', place, problem, remedy);
}

/** Several sheets could be meant: the message lists them. */
export function sheetAmbiguous(file: string, sheets: readonly string[]): AppError {
  const names = sheets.map(quoted).join(', ');
  return new AppError(
    'ingest.sheet-ambiguous',
    'ambiguous',
    `${quoted(file).slice(1, -1)}: ${sheets.length} sheets have a header we can read (${names}); name the one to read`,
    { context: { sheets: sheets.length } },
  );
}
