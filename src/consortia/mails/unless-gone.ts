import { AppError } from '../../platform/errors/app-error.js';

/** What went away meanwhile is nothing any more. @returns null where it was not found */
export async function unlessGone<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return null;
    throw error;
  }
}
