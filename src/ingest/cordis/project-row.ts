import type { Columns } from '../reading/csv-table.js';
import type { RowProblems } from '../reading/source-problem.js';
import { readDate, readList, readMoney, readText } from './cell-values.js';
import type { ProjectRow } from './cordis-rows.js';

/** Columns of `project.csv`, in the official file and in copies of it. */
export const projectColumns = {
  id: { names: ['id', 'projectID'], required: true },
  acronym: { names: ['acronym'] },
  status: { names: ['status'] },
  title: { names: ['title'], required: true },
  objective: { names: ['objective'] },
  keywords: { names: ['keywords'] },
  startDate: { names: ['startDate'] },
  endDate: { names: ['endDate'] },
  totalCost: { names: ['totalCost'] },
  ecMaxContribution: { names: ['ecMaxContribution'] },
  legalBasis: { names: ['legalBasis'] },
  topic: { names: ['topics', 'topic'] },
  masterCall: { names: ['masterCall'] },
  fundingScheme: { names: ['fundingScheme'] },
  framework: { names: ['frameworkProgramme'] },
  updated: { names: ['contentUpdateDate', 'sourceUpdateDate'] },
} satisfies Columns<string>;

type Cells = Readonly<Record<keyof typeof projectColumns, string>>;

/** @returns the project; null where it has no grant number */
export function toProjectRow(cells: Cells, problems: RowProblems): ProjectRow | null {
  const grantId = readGrantId(cells.id, 'id', problems);
  if (grantId === null) return null;
  const { acronym, title } = cells;
  if (title === '') problems.note('missing-value', 'title', null, 'no title; the acronym stands for it');
  return {
    framework: frameworkOf(cells),
    grantId,
    acronym: acronym || grantId,
    title: title || acronym || grantId,
    objective: readText(cells.objective, 'objective', problems),
    keywords: readList(cells.keywords),
    status: readText(cells.status.toUpperCase(), 'status', problems),
    startDate: readDate(cells.startDate, 'startDate', problems),
    endDate: readDate(cells.endDate, 'endDate', problems),
    topic: readText(cells.topic, 'topics', problems),
    callIdentifier: readText(cells.masterCall, 'masterCall', problems),
    fundingScheme: readText(cells.fundingScheme, 'fundingScheme', problems),
    legalBasis: readText(cells.legalBasis, 'legalBasis', problems),
    totalCostEur: readMoney(cells.totalCost, 'totalCost', problems) || null,
    maxContributionEur: readMoney(cells.ecMaxContribution, 'ecMaxContribution', problems) || null,
    updatedOn: readDate(cells.updated, 'contentUpdateDate', problems),
  };
}

/** The grant agreement number that ties all tables together; refuses the row where there is none. */
export function readGrantId(text: string, column: string, problems: RowProblems): string | null {
  if (/^\d{4,12}$/.test(text)) return text;
  const message = 'not a grant agreement number; row left out';
  problems.refuse(text === '' ? 'missing-value' : 'not-a-grant-number', column, text || null, message);
  return null;
}

/** Copies without the column still tell it by the legal basis; Euratom's share of Horizon Europe counts to it. */
function frameworkOf(cells: Cells): string {
  if (cells.framework) return cells.framework.toUpperCase();
  return /^(H2020|FP\d)/i.exec(cells.legalBasis)?.[1]?.toUpperCase() ?? 'HORIZON';
}
