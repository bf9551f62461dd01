import type { Language } from '../language.js';
import type { Sheet, Spreadsheet } from '../xlsx/spreadsheet.js';
import { handoverWords } from './handover-words.js';
import type { HandoverSheet } from './sheet.js';
import { sheetDocument, type RoleLabels } from './sheet-document.js';
import type { Block } from './document.js';

/** The same sheet as a workbook: partners to copy from, then each table of the document. */
export function sheetSpreadsheet(sheet: HandoverSheet, language: Language, labels: RoleLabels): Spreadsheet {
  const document = sheetDocument(sheet, language, labels);
  const words = handoverWords(language);
  const sheets: Sheet[] = [];
  let heading = words.sheet;
  let above: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading') [heading, above] = [block.text, sheets.length === 0 ? above : []];
    else if (block.kind === 'table')
      sheets.push(toSheet(block, nameFor(heading, sheets), [heading, ...above]));
    else if (block.kind === 'note' || block.kind === 'text') above.push(block.text);
  }
  const why: Sheet = {
    name: nameFor(words.why, sheets),
    above: [{ value: words.why, style: 'title' }],
    columns: [words.columns[2] ?? '', words.asks, words.shows].map((name) => ({ heading: name, width: 45 })),
    rows: sheet.partners.flatMap(({ legalName, why: cited }) =>
      cited.length === 0
        ? [[legalName, words.noEvidence, null]]
        : cited.map(({ call, evidence }) => [legalName, call, evidence]),
    ),
    filtered: false,
  };
  return { title: document.title, pageNumber: '&P / &N', sheets: [...sheets, why] };
}

function toSheet(
  { headings, widths, rows }: Extract<Block, { kind: 'table' }>,
  name: string,
  [title = '', ...above]: readonly string[],
): Sheet {
  return {
    name,
    above: [
      { value: title, style: 'title' },
      ...above.map((text) => ({ value: text, style: 'note' as const })),
    ],
    columns: headings.map((heading, at) => ({
      heading,
      width: Math.max(8, Math.round((widths[at] ?? 10) * 1.4)),
    })),
    rows,
    filtered: false,
  };
}

/** A spreadsheet program takes 31 characters; a number that tells two apart must fit too. */
const longestName = 28;

/** What a spreadsheet program takes as a sheet's name, cut after a word, and each once. */
export function nameFor(heading: string, sheets: readonly Pick<Sheet, 'name'>[]): string {
  const plain = cutAfterWord(
    heading
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const taken = sheets.filter(({ name }) => name.startsWith(plain)).length;
  return taken === 0 ? plain : `${plain} ${taken + 1}`;
}

/** A single word that is longer is cut where it must be. */
function cutAfterWord(text: string): string {
  if (text.length <= longestName) return text;
  const whole = text.slice(0, longestName + 1).replace(/[\s,;.–-]+\S*$/, '');
  return whole === '' ? text.slice(0, longestName) : whole.slice(0, longestName);
}
