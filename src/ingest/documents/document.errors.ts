import type { AppError } from '../../platform/errors/app-error.js';
import { fileRefused } from '../tabular/tabular.errors.js';

const paste = 'or paste its text instead';

export const notADocument = (file: string): AppError =>
  fileRefused('document-unknown', { file }, 'it is neither PDF nor DOCX', `save it as one of them, ${paste}`);

export const documentBroken = (file: string): AppError =>
  fileRefused('document-broken', { file }, 'the file is cut short or damaged', `save it anew, ${paste}`);

export const documentEncrypted = (file: string): AppError =>
  fileRefused(
    'file-encrypted',
    { file },
    'the file is protected by a password',
    `save it without one, ${paste}`,
  );

export const documentWithMacros = (file: string): AppError =>
  fileRefused(
    'document-macros',
    { file },
    'it carries a program',
    `save it as DOCX without macros, ${paste}`,
  );

export const documentWithoutText = (file: string): AppError =>
  fileRefused('document-empty', { file }, 'no text can be read in it: it may be a picture', paste);
