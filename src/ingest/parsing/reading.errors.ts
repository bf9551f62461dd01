import type { AppError } from '../../platform/errors/app-error.js';
import { fileRefused } from '../tabular/tabular.errors.js';

const smaller = 'split it, or open it in a spreadsheet program and save it anew';

export function readingTooSlow(file: string, timeMs: number): AppError {
  return fileRefused('file-too-slow', { file }, `reading it took longer than ${timeMs / 1000} s`, smaller);
}

export function readingTooCostly(file: string, heapMb: number): AppError {
  return fileRefused(
    'file-too-costly',
    { file },
    `reading it takes more than ${heapMb} MB of memory`,
    smaller,
  );
}

/** The process that read it ended before it was through. */
export function readingBroken(file: string): AppError {
  return fileRefused('file-reading-broken', { file }, 'reading it broke off, and nothing was taken', smaller);
}
