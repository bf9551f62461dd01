import type { ErrorContext, ErrorKind } from '../../platform/errors/app-error.js';

/** What the process that reads a document is told. */
export interface DocumentRequest {
  readonly file: string;
  readonly bytes: number;
}

/** What it answers. */
export type DocumentAnswer =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'refused';
      readonly code: string;
      readonly kind: ErrorKind;
      readonly message: string;
      readonly context: ErrorContext;
    };
