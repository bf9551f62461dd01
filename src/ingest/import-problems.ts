import { AppError } from '../platform/errors/app-error.js';
import type { ImportRow } from './import-run.store.js';
import type { SourceProblem, SourceRow } from './reading/source-problem.js';

/** More than anyone reads; the counts go on. */
const mostKept = 1_000;

/** What was wrong with the rows of one import: all counted, the first thousand kept. */
export class ImportProblems {
  readonly #kept: SourceProblem[] = [];
  #refused = 0;
  #noted = 0;

  /** The value of a row, its problems taken down; null where it was refused. */
  take<T>(row: SourceRow<T>): T | null {
    for (const problem of row.problems) this.add(problem);
    return row.value;
  }

  add(problem: SourceProblem): void {
    if (problem.severity === 'refused') this.#refused += 1;
    else this.#noted += 1;
    if (this.#kept.length < mostKept) this.#kept.push(problem);
  }

  /** rows left out */
  get refused(): number {
    return this.#refused;
  }

  /** values left out of rows that are used */
  get noted(): number {
    return this.#noted;
  }

  get kept(): readonly SourceProblem[] {
    return this.#kept;
  }

  /** As rows of the run, for people to look through. */
  rows(): readonly Omit<ImportRow, 'id'>[] {
    return this.#kept.map(({ severity, file, row, column, value, problem, message }) => ({
      line: row,
      verdict: severity === 'refused' ? 'refused' : 'same',
      organisationId: null,
      parsed: null,
      changes: {},
      problems: [{ column, value, problem, message: `${file}: ${message}` }],
      before: null,
    }));
  }

  /**
   * For imports that take all or nothing.
   *
   * @throws {AppError} `ingest.rows-refused` where a row was refused
   */
  refuseAny(): void {
    if (this.#refused === 0) return;
    const first = this.#kept.find(({ severity }) => severity === 'refused');
    const where = first === undefined ? '' : `; the first: ${first.file}, row ${first.row}: ${first.message}`;
    throw new AppError(
      'ingest.rows-refused',
      'invalid',
      `${this.#refused} ${this.#refused === 1 ? 'row is' : 'rows are'} wrong, so nothing was changed${where}`,
      { context: { refused: this.#refused } },
    );
  }
}
