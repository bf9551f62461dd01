import type { Budget, Deadline, OpportunityRecord } from '../../opportunities/index.js';
import { brussels, brusselsInstant, isCalendarDate } from '../reading/brussels-time.js';
import type { Columns } from '../reading/csv-table.js';
import type { RowProblems } from '../reading/source-problem.js';
import { trlBounds } from '../reading/trl.js';
import { type TopicReading, topicRecord } from './topic-record.js';

/** Columns of the table of work-programme topics. */
export const topicTableColumns = {
  topicId: { names: ['topicId'], required: true },
  title: { names: ['title'], required: true },
  callId: { names: ['callId'] },
  action: { names: ['typeOfAction'] },
  opening: { names: ['opening'] },
  deadline1: { names: ['deadline1'] },
  deadline2: { names: ['deadline2'] },
  budgetMeur: { names: ['budgetMeur'] },
  perProjectMinMeur: { names: ['perProjectMinMeur'] },
  perProjectMaxMeur: { names: ['perProjectMaxMeur'] },
  trlStart: { names: ['trlStart'] },
  trlEnd: { names: ['trlEnd'] },
  lumpSum: { names: ['lumpSum'] },
  blindFirstStage: { names: ['blindFirstStage'] },
  chinaControlExcluded: { names: ['chinaControlExcluded'] },
  countryRestricted: { names: ['countryRestricted'] },
  networkSupplierRestricted: { names: ['networkSupplierRestricted'] },
  usEntitiesFundable: { names: ['usEntitiesFundable'] },
  fstp: { names: ['fstp'] },
  annexBExceptions: { names: ['annexBExceptions'] },
  maxParticipants: { names: ['maxParticipants'] },
  thresholdOverride: { names: ['thresholdOverride'] },
  fundingRateOverride: { names: ['fundingRateOverride'] },
} satisfies Columns<string>;

type Column = keyof typeof topicTableColumns;
type Cells = Readonly<Record<Column, string>>;

const switches = [
  'lumpSum',
  'blindFirstStage',
  'chinaControlExcluded',
  'countryRestricted',
  'networkSupplierRestricted',
  'usEntitiesFundable',
  'fstp',
  'annexBExceptions',
] as const satisfies readonly Column[];

/** One row of the table; facts only, no text. @returns null where identifier or title is missing */
export function fromTopicTable(cells: Cells, reading: TopicReading): OpportunityRecord | null {
  const { problems } = reading;
  return topicRecord(
    {
      identifier: cells.topicId,
      title: cells.title,
      callIdentifier: cells.callId || null,
      action: cells.action,
      opensOn: dateIn(cells, 'opening', problems),
      deadlines: deadlinesIn(cells, problems),
      budget: budgetIn(cells, problems),
      trlFrom: trlBounds(cells.trlStart).low,
      trlTo: trlBounds(cells.trlEnd).high,
      sections: [],
      flags: flagsIn(cells, problems),
    },
    reading,
  );
}

function dateIn(cells: Cells, column: Column, problems: RowProblems): string | null {
  const text = cells[column];
  if (text === '' || isCalendarDate(text)) return text || null;
  problems.note('not-a-date', column, text, 'not a date such as 2026-09-17; left out');
  return null;
}

/** Two deadlines are two stages. */
function deadlinesIn(cells: Cells, problems: RowProblems): readonly Deadline[] {
  const dates = (['deadline1', 'deadline2'] as const)
    .flatMap((column) => dateIn(cells, column, problems) ?? [])
    .sort();
  const stages = dates.length === 2 ? (['first', 'second'] as const) : (['single'] as const);
  return dates.map((date, at) => ({ at: brusselsInstant(date), zone: brussels, stage: stages[at] ?? null }));
}

function budgetIn(cells: Cells, problems: RowProblems): Budget | null {
  const totalEur = millionsIn(cells, 'budgetMeur', problems);
  const perProjectMinEur = millionsIn(cells, 'perProjectMinMeur', problems);
  const perProjectMaxEur = millionsIn(cells, 'perProjectMaxMeur', problems);
  if (totalEur === null && perProjectMinEur === null && perProjectMaxEur === null) return null;
  return { totalEur, shared: false, perProjectMinEur, perProjectMaxEur, expectedGrants: null };
}

function millionsIn(cells: Cells, column: Column, problems: RowProblems): number | null {
  const text = cells[column];
  if (text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000_000) || null;
  problems.note('not-an-amount', column, text, 'not an amount in millions such as 4.5; left out');
  return null;
}

function flagsIn(cells: Cells, problems: RowProblems): OpportunityRecord['flags'] {
  const flags: Record<string, boolean | number | string> = {};
  for (const name of switches) {
    if (cells[name] === '0' || cells[name] === '1') flags[name] = cells[name] === '1';
    else if (cells[name] !== '') problems.note('not-0-or-1', name, cells[name], 'neither 0 nor 1; left out');
  }
  if (/^\d+$/.test(cells.maxParticipants)) flags['maxParticipants'] = Number(cells.maxParticipants);
  if (/^\d+$/.test(cells.fundingRateOverride))
    flags['fundingRatePercent'] = Number(cells.fundingRateOverride);
  if (cells.thresholdOverride !== '') flags['thresholds'] = cells.thresholdOverride;
  if (cells.trlStart !== '') flags['trlStart'] = cells.trlStart;
  if (cells.trlEnd !== '') flags['trlEnd'] = cells.trlEnd;
  return flags;
}
