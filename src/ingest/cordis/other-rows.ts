import type { Columns } from '../reading/csv-table.js';
import type { RowProblems } from '../reading/source-problem.js';
import type { ProjectConceptRow, ResultRow, TopicTitleRow } from './cordis-rows.js';
import { readGrantId } from './project-row.js';

/** Columns of `euroSciVoc.csv`; their order differs between programmes. */
export const conceptColumns = {
  projectId: { names: ['projectID'], required: true },
  code: { names: ['euroSciVocCode'], required: true },
  title: { names: ['euroSciVocTitle'] },
  path: { names: ['euroSciVocPath'] },
} satisfies Columns<string>;

export function toProjectConceptRow(
  cells: Readonly<Record<keyof typeof conceptColumns, string>>,
  problems: RowProblems,
): ProjectConceptRow | null {
  const grantId = readGrantId(cells.projectId, 'projectID', problems);
  const code = withLeadingSlash(cells.code);
  const path = withLeadingSlash(cells.path);
  const label = cells.title || path.split('/').at(-1) || '';
  if (!/^(\/\d+)+$/.test(code)) {
    problems.refuse(
      'not-a-code',
      'euroSciVocCode',
      cells.code || null,
      'not a path of numbers; row left out',
    );
  } else if (label === '') {
    problems.refuse('missing-value', 'euroSciVocTitle', null, 'a class without a name; row left out');
  }
  if (grantId === null || problems.refused) return null;
  return { grantId, concept: { code, label, path: path || null } };
}

/** H2020 files leave the leading slash out; labels contain commas, so only slashes part a path. */
function withLeadingSlash(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

export const resultColumns = {
  projectId: { names: ['projectID'], required: true },
  resultId: { names: ['resultID', 'id'], required: true },
  type: { names: ['type'], required: true },
  subtype: { names: ['subtype'] },
  title: { names: ['title'], required: true },
  text: { names: ['description'] },
} satisfies Columns<string>;

const resultKinds: Readonly<Record<string, ResultRow['kind']>> = {
  pubsum: 'report-summary',
  deliverable: 'deliverable',
  ipr: 'ipr',
};

/** Whether a result is one we keep; publications (and rows that name no kind) are not. */
export const isKeptResult = (type: string): boolean => type in resultKinds;

export function toResultRow(
  cells: Readonly<Record<keyof typeof resultColumns, string>>,
  problems: RowProblems,
): ResultRow | null {
  const grantId = readGrantId(cells.projectId, 'projectID', problems);
  const kind = resultKinds[cells.type];
  const { resultId, title, text } = cells;
  if (resultId === '')
    problems.refuse('missing-value', 'resultID', null, 'a result without its id; row left out');
  if (title === '') problems.refuse('missing-value', 'title', null, 'a result without a title; row left out');
  if (grantId === null || kind === undefined || problems.refused) return null;
  return { grantId, resultId, kind, subtype: cells.subtype || null, title, text: meaningful(text) };
}

/** Report summaries say `periodic` or `final` where their text would be: it is on the web page only. */
const meaningful = (text: string): string | null => (/^(periodic|final)?$/i.test(text) ? null : text);

export const topicColumns = {
  topic: { names: ['topic'], required: true },
  title: { names: ['title'], required: true },
  keywords: { names: ['keywords'] },
} satisfies Columns<string>;

/** @returns null without a problem where the title is not given */
export function toTopicTitleRow(
  cells: Readonly<Record<keyof typeof topicColumns, string>>,
  problems: RowProblems,
): TopicTitleRow | null {
  const { topic, title } = cells;
  if (topic === '') problems.refuse('missing-value', 'topic', null, 'no topic identifier; row left out');
  if (problems.refused || title === '') return null;
  return { topic, title, keywords: cells.keywords.split('|').flatMap((word) => word.trim() || []) };
}
