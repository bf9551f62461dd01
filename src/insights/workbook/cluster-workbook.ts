import type { Spreadsheet } from '../xlsx/spreadsheet.js';
import { aboutSheet } from './about-sheet.js';
import { coverageSheets } from './coverage-sheets.js';
import { bestCallsSheet, bestMembersSheet, reasonsSheet } from './list-sheets.js';
import type { WorkbookFindings } from './workbook-findings.js';

/** An officer's workbook: who fits which call, which call fits whom, what the cluster covers, and why. */
export function clusterWorkbook(findings: WorkbookFindings): Spreadsheet {
  const { cluster, words } = findings;
  const { language } = words;
  return {
    title: words.title(language === 'it' ? cluster.nameIt : cluster.nameEn),
    pageNumber: words.pageNumber,
    sheets: [
      bestMembersSheet(findings),
      bestCallsSheet(findings),
      ...coverageSheets(findings),
      reasonsSheet(findings),
      aboutSheet(findings),
    ],
  };
}
