import type { Language } from '../language.js';
import { writeSpreadsheet } from '../xlsx/write-spreadsheet.js';
import { clusterWorkbook } from './cluster-workbook.js';
import type { ProgrammePartName } from '../programme-part.js';
import { pairKey, type WorkbookFindings } from './workbook-findings.js';
import { workbookWords } from './workbook-words.js';
import { isMoreThanPossible } from '../worthwhile.js';

/** Findings as they can be handed to a thread: plain values, and no more of them than the file shows. */
export interface WorkbookContents extends Omit<WorkbookFindings, 'words' | 'partOf'> {
  readonly language: Language;
  /** of each opportunity that belongs to one, by its id */
  readonly parts: ReadonlyMap<string, ProgrammePartName>;
}

/** Leaves out what no sheet shows: the texts of calls, and matches that are only possible and not listed. */
export function workbookContents({ words, partOf, ...findings }: WorkbookFindings): WorkbookContents {
  const cards = [...findings.opportunities.values()];
  return {
    ...findings,
    language: words.language,
    parts: new Map(
      cards.flatMap((card) => {
        const part = partOf(card);
        return part === null ? [] : [[card.id, part] as const];
      }),
    ),
    opportunities: new Map(cards.map((card) => [card.id as string, { ...card, sections: [] }])),
    byOrganisation: new Map(
      [...findings.byOrganisation].map(([id, matches]) => [
        id,
        matches.filter((match) => isMoreThanPossible(match) || findings.listed.has(pairKey(match))),
      ]),
    ),
  };
}

/** @returns the bytes of an .xlsx file, the same for the same contents */
export function workbookFile({ language, parts, ...contents }: WorkbookContents): Uint8Array {
  return writeSpreadsheet(
    clusterWorkbook({
      ...contents,
      words: workbookWords(language),
      partOf: ({ id }) => parts.get(id) ?? null,
    }),
  );
}
