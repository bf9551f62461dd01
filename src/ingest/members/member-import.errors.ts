import { AppError } from '../../platform/errors/app-error.js';
import { quoted } from '../tabular/tabular.errors.js';
import type { PlannedRow } from './member-import-plan.js';

/** The same answer for a cluster that does not exist and for one out of reach. */
export function clusterOutOfReach(slug: string, reachable: readonly string[]): AppError {
  const choice = reachable.length > 0 ? `give one of ${reachable.join(', ')}` : 'there is none in your reach';
  return new AppError('ingest.cluster-not-found', 'not-found', `no cluster ${quoted(slug)}: ${choice}`);
}

/** Strict: one refused row refuses all. Names the first. */
export function rowsRefused(file: string, rows: readonly PlannedRow[]): AppError {
  const refused = rows.filter(({ verdict }) => verdict === 'refused');
  const [first] = refused;
  const reason = first?.findings[0];
  const column = reason?.column ?? null;
  const value = reason?.value ?? null;
  const place = [
    `line ${first?.line ?? 0}`,
    ...(column === null ? [] : [`column ${quoted(column)}`]),
    ...(value === null ? [] : [quoted(value)]),
  ].join(', ');
  return new AppError(
    'ingest.rows-refused',
    'invalid',
    `${quoted(file).slice(1, -1)}: ${refused.length} ${refused.length === 1 ? 'row is' : 'rows are'} wrong, so nothing was ` +
      `changed; the first: ${place}: ${reason?.message ?? ''}`,
    { context: { refused: refused.length, line: first?.line } },
  );
}

export function previewOutdated(runId: string, line: number): AppError {
  return new AppError(
    'ingest.preview-outdated',
    'conflict',
    `what stands has changed since import ${runId} was previewed (line ${line} would now be something else); preview it again`,
    { context: { runId, line } },
  );
}

export function decisionWrong(line: number, problem: string): AppError {
  return new AppError('ingest.decision-wrong', 'invalid', `line ${line}: ${problem}`, { context: { line } });
}

export function undoBlocked(runId: string): AppError {
  return new AppError(
    'ingest.undo-blocked',
    'conflict',
    `a later import changed members that import ${runId} wrote; undo the later one first`,
    { context: { runId } },
  );
}

export function undoOfMerged(runId: string): AppError {
  return new AppError(
    'ingest.undo-of-merged',
    'conflict',
    `members that import ${runId} wrote were found to be one since; take that back first`,
    { context: { runId } },
  );
}

export function undoTooLate(runId: string, days: number): AppError {
  return new AppError(
    'ingest.undo-too-late',
    'conflict',
    `import ${runId} was applied more than ${days} days ago; import a corrected file instead`,
    { context: { runId, days } },
  );
}
