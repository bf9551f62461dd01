import type { Deadline } from '../../opportunities/index.js';
import { brussels, brusselsDate, brusselsInstant } from '../reading/brussels-time.js';
import type { RowProblems } from '../reading/source-problem.js';
import { type PortalRecord, textsOf } from './portal-record.js';

/**
 * The deadlines, earliest first. Only their calendar date is meant (the clock part is an artefact of the index, in two
 * shapes); calls close at 17:00 in Brussels.
 */
export function deadlinesOf(record: PortalRecord, problems: RowProblems): readonly Deadline[] {
  const stated = record.texts('deadlineDate');
  const texts =
    stated.length > 0
      ? stated
      : record.objects('actions').flatMap((action) => textsOf(action['deadlineDates']));
  const dates = [...new Set(texts.flatMap((text) => dateIn(text, 'deadlineDate', problems) ?? []))].sort();
  const model = record.text('deadlineModel');
  return dates.map((date, at) => ({
    at: brusselsInstant(date),
    zone: brussels,
    stage: stageOf(model, at, dates.length),
  }));
}

export function openingOf(record: PortalRecord, problems: RowProblems): string | null {
  const text = record.text('startDate');
  return text === null ? null : dateIn(text, 'startDate', problems);
}

function dateIn(text: string, column: string, problems: RowProblems): string | null {
  const date = brusselsDate(text);
  if (date === null) problems.note('not-a-date', column, text, 'not a date; left out');
  return date;
}

function stageOf(model: string | null, at: number, count: number): Deadline['stage'] {
  if (model === 'single-stage' && count === 1) return 'single';
  if (model === 'two-stage' && count === 2) return at === 0 ? 'first' : 'second';
  return model === 'multiple cut-off' ? 'cut-off' : null;
}
