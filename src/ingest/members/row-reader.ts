import type { TableRow } from '../tabular/table.js';
import { quoted } from '../tabular/tabular.errors.js';
import type { MemberColumn } from './member-columns.js';
import type { MemberField, RowFinding } from './member-row.js';
import { isAboutPerson } from './personal-content.js';
import { cellText, controlCharacter, isFormulaError, isMissing, oneLine } from './values/cell-text.js';
import type { Reading, Remark } from './values/reading.js';

/** Reads the cells of one row field by field and gathers what is wrong and what was odd. */
export class RowReader {
  readonly problems: RowFinding[] = [];
  readonly notes: RowFinding[] = [];

  constructor(
    private readonly row: TableRow,
    private readonly columns: readonly MemberColumn[],
  ) {
    this.refuseSurplus();
    for (const column of columns) {
      if (column.treatment !== 'left out') this.refuseControlCharacters(column);
    }
  }

  /** The value of a field by its reader; null where the cell is empty, says "not stated", or cannot be read. */
  value<T>(field: MemberField, read: (text: string) => Reading<T>, missing = isMissing): T | null {
    const cell = this.cell(field, missing);
    return cell === undefined ? null : this.read(cell, read);
  }

  /** The values of all columns that feed a field, in the order of the file, each once. */
  values<T>(field: MemberField, read: (text: string) => Reading<readonly T[]>): readonly T[] {
    const found = this.columnsOf(field).flatMap((column) => {
      const text = this.textOf(column, isMissing);
      return text === undefined ? [] : (this.read({ column, text }, read) ?? []);
    });
    return [...new Set(found)];
  }

  /** A text on one line of at most `longest` characters. */
  line(field: MemberField, longest = 300, missing = isMissing): string | null {
    return this.value(
      field,
      (text): Reading<string> =>
        text.length <= longest
          ? { ok: true, value: oneLine(text) }
          : {
              ok: false,
              remark: {
                problem: 'too-long',
                message: `${text.length} characters, at most ${longest}; shorten it`,
              },
            },
      missing,
    );
  }

  /** The texts of all columns that feed a field, in the order of the file. */
  texts(field: MemberField): readonly string[] {
    return this.columnsOf(field).flatMap((column) => this.textOf(column, isMissing) ?? []);
  }

  /** The unknown columns of this row as they are; what looks like a mail address or a person's tax code stays out. */
  extra(): Record<string, string> {
    const kept = this.columns.filter(({ treatment }) => treatment === 'kept');
    const entries = kept.flatMap((column): [string, string][] => {
      const text = cellText(this.raw(column));
      if (isMissing(text)) return [];
      if (!isAboutPerson(text)) return [[column.heading, text]];
      const message = 'it looks like something about a person: left out';
      this.add(this.notes, column, text, { problem: 'personal-value', message, personal: true });
      return [];
    });
    return Object.fromEntries(entries);
  }

  /** Refuses the row for a reason that the value of one cell alone does not show. */
  refuse(field: MemberField, remark: Remark): void {
    const column = this.columnsOf(field)[0];
    this.add(this.problems, column, column === undefined ? null : cellText(this.raw(column)), remark);
  }

  note(field: MemberField, remark: Remark): void {
    const column = this.columnsOf(field)[0];
    this.add(this.notes, column, column === undefined ? null : cellText(this.raw(column)), remark);
  }

  private cell(
    field: MemberField,
    missing: (text: string) => boolean,
  ): { column: MemberColumn; text: string } | undefined {
    for (const column of this.columnsOf(field)) {
      const text = this.textOf(column, missing);
      if (text !== undefined) return { column, text };
    }
    return undefined;
  }

  private read<T>(
    cell: { column: MemberColumn; text: string },
    read: (text: string) => Reading<T>,
  ): T | null {
    const reading = read(cell.text);
    if (reading.remark !== undefined) {
      this.add(reading.ok ? this.notes : this.problems, cell.column, cell.text, reading.remark);
    }
    return reading.ok ? reading.value : null;
  }

  private textOf(column: MemberColumn, missing: (text: string) => boolean): string | undefined {
    const text = cellText(this.raw(column));
    if (missing(text)) return undefined;
    if (!isFormulaError(text)) return text;
    const message = 'a formula that failed; correct it or empty the cell';
    this.add(this.problems, column, text, { problem: 'formula-error', message });
    return undefined;
  }

  private columnsOf(field: MemberField): readonly MemberColumn[] {
    return this.columns.filter((column) => column.field === field);
  }

  private raw(column: MemberColumn): string {
    return this.row.cells[column.index] ?? '';
  }

  private refuseSurplus(): void {
    if (this.row.surplus.length === 0) return;
    this.problems.push({
      column: null,
      value: shortened(this.row.surplus.join(' | ')),
      problem: 'cells-beyond-header',
      message: `${this.row.surplus.length} cells more than the header has; put texts that hold the delimiter in quotation marks`,
    });
  }

  private refuseControlCharacters(column: MemberColumn): void {
    const found = controlCharacter(this.raw(column));
    if (found === undefined) return;
    const message = `a control character (${found}); delete it`;
    this.add(this.problems, column, this.raw(column), { problem: 'control-character', message });
  }

  private add(to: RowFinding[], column: MemberColumn | undefined, text: string | null, remark: Remark): void {
    to.push({
      column: column?.heading ?? null,
      value: text === null || remark.personal === true ? null : shortened(text),
      problem: remark.problem,
      message: remark.message,
    });
  }
}

function shortened(text: string): string {
  return quoted(text).slice(1, -1);
}
