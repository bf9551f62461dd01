import { CsvError, parse } from 'csv-parse/sync';

import { AppError } from '../../../platform/errors/app-error.js';
import { isMailAddress } from '../../users/mail-address.js';
import { personName } from '../../users/person-name.js';
import { listNotRead, listTooLong } from './round.errors.js';

/** Somebody whom a list names at a member. */
export interface Listed {
  /** of the list, from 1 */
  readonly line: number;
  /** the member as it is written there: its name, or its PIC */
  readonly organisation: string;
  readonly name: string;
  /** folded to lower case */
  readonly email: string;
}

/** Why somebody of a list is not invited. */
export type LineProblem =
  | 'three-values'
  | 'no-name'
  | 'no-address'
  | 'twice'
  | 'not-a-member'
  | 'several-members'
  | 'asked-to-be-left-out'
  | 'known-too-long'
  | 'invited-already';

export interface ListedLine extends Listed {
  readonly problem: LineProblem | null;
}

/** A list for a whole cluster, and many to spare. */
const mostLines = 2_000;

/**
 * Reads a list pasted from a spreadsheet or a file: a person a line, with member, name and mail address. Tabs part the
 * values, or semicolons, or commas: what the first line has. A first line of headings is passed over.
 *
 * @throws {AppError} `accounts.list-not-read` with where, `accounts.list-too-long`
 */
export function readList(text: string): ListedLine[] {
  const [first = ''] = text.trimStart().split('\n');
  const delimiter = ['\t', ';'].find((sign) => first.includes(sign)) ?? ',';
  const read = records(text, delimiter);
  if (read.length > mostLines) throw listTooLong(read.length, mostLines);
  return read
    .filter(({ record }, at) => at > 0 || !isHeading(record))
    .map(({ record, info }) => {
      const [organisation = '', name = '', address = ''] = record.map((value) => value.trim());
      const email = address.toLowerCase();
      const listed = { line: info.lines, organisation, name, email };
      const whole = record.length === 3 && organisation !== '';
      const problem = whole ? wrongIn(listed) : 'three-values';
      return { ...listed, problem };
    });
}

interface ListRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function records(text: string, delimiter: string): ListRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 2_000,
    }) as unknown as ListRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw listNotRead(Number(error['lines'] ?? 1));
    throw error;
  }
}

const isHeading = (record: readonly string[]): boolean =>
  !record.some((value) => value.includes('@')) && record.some((value) => /mail|posta/i.test(value));

function wrongIn({ name, email }: Listed): LineProblem | null {
  if (!isMailAddress(email)) return 'no-address';
  try {
    personName(name);
    return null;
  } catch (error) {
    if (error instanceof AppError) return 'no-name';
    throw error;
  }
}
