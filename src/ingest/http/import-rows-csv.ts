import type { CsvValue } from '../../platform/http/csv.js';
import type { ImportRow } from '../import-run.store.js';
import { parsedOf } from '../members/member-import-row.js';

export const rowHeadings = [
  'line',
  'outcome',
  'organisation',
  'column',
  'value',
  'problem',
  'what to do',
] as const;

/** A line for each thing wrong or odd; a row without any is one line. */
export function toTableRows(row: ImportRow): CsvValue[][] {
  const { line, verdict, problems } = row;
  const name = row.parsed === null ? null : (parsedOf(row)?.member?.facts.legalName ?? null);
  if (problems.length === 0) return [[line, verdict, name, null, null, null, null]];
  return problems.map(({ column, value, problem, message }) => [
    line,
    verdict,
    name,
    column,
    value,
    problem,
    message,
  ]);
}
