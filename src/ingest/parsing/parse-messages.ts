import type { ErrorContext, ErrorKind } from '../../platform/errors/app-error.js';
import type { ColumnMap } from '../members/column-map.js';
import type { MemberFile } from '../members/read-member-file.js';
import type { ReadRow } from '../members/member-row.js';

/** What the process that reads a file is told. */
export interface ParseRequest {
  readonly file: string;
  readonly bytes: number;
  readonly sheet?: string | undefined;
  readonly map?: ColumnMap | undefined;
}

/** What it answers: how the file was read, its rows in pieces, the end; or why the file is refused. */
export type ParseAnswer =
  | { readonly type: 'file'; readonly file: Omit<MemberFile, 'rows'> }
  | { readonly type: 'rows'; readonly rows: readonly ReadRow[] }
  | { readonly type: 'end' }
  | {
      readonly type: 'refused';
      readonly code: string;
      readonly kind: ErrorKind;
      readonly message: string;
      readonly context: ErrorContext;
    };
