/**
 * One thing wrong with one row of a source; expected, so returned and never thrown.
 *
 * `refused` rows are left out; `noted` rows are used, without the value that could not be read.
 */
export interface SourceProblem {
  readonly severity: 'refused' | 'noted';
  /** the file's own name inside its folder or archive */
  readonly file: string;
  /** the line it starts on, from 1; in a page of records its number there */
  readonly row: number;
  readonly column: string | null;
  /** what stood there, shortened */
  readonly value: string | null;
  /** a stable code: `missing-value`, `not-a-date` */
  readonly problem: string;
  /** for people: what is wrong, and what happened to the row */
  readonly message: string;
}

/** One row read: its value, absent where it was refused, and what was wrong with it. */
export interface SourceRow<T> {
  readonly place: RowPlace;
  readonly value: T | null;
  readonly problems: readonly SourceProblem[];
}

/** Where a row stands, for the problems found in it. */
export interface RowPlace {
  readonly file: string;
  readonly row: number;
}

const longestValue = 80;

/** Collects the problems of one row while it is being read. */
export class RowProblems {
  readonly list: SourceProblem[] = [];
  readonly #place: RowPlace;

  constructor(place: RowPlace) {
    this.#place = place;
  }

  /** The row is used, but not this value. */
  note(problem: string, column: string | null, value: string | null, message: string): void {
    this.#add('noted', { problem, column, value, message });
  }

  /** The row is left out. */
  refuse(problem: string, column: string | null, value: string | null, message: string): void {
    this.#add('refused', { problem, column, value, message });
  }

  get refused(): boolean {
    return this.list.some(({ severity }) => severity === 'refused');
  }

  /** The row as it is handed on: without its value where it was refused. */
  row<T>(value: T | null): SourceRow<T> {
    return { place: this.#place, value: this.refused ? null : value, problems: this.list };
  }

  #add(
    severity: SourceProblem['severity'],
    fault: Pick<SourceProblem, 'problem' | 'column' | 'value' | 'message'>,
  ): void {
    this.list.push({ severity, ...this.#place, ...fault, value: shortened(fault.value) });
  }
}

function shortened(value: string | null): string | null {
  if (value === null || value.length <= longestValue) return value;
  return `${value.slice(0, longestValue)}…`;
}
