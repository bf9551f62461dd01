import { clusterWorkbook } from '../../src/insights/workbook/cluster-workbook.js';
import { writeSpreadsheet } from '../../src/insights/xlsx/write-spreadsheet.js';
import { readTable } from '../../src/ingest/tabular/read-table.js';
import { madeFindings, madeMember, madeOpportunity, madeOrganisation } from '../support/made-workbook.js';
import { readSpreadsheet } from '../support/read-spreadsheet.js';
import { hostileText } from './exports/hostile-text.js';
import type { Finding, Proof, ProofContext } from './proof.js';
import { randomFrom } from './random.js';

/** Cells of one file: as many as a reader of ours takes in with room to spare. */
const rowsPerFile = 2_500;
const columnsPerFile = 4;

/** What a spreadsheet program takes for the beginning of a formula where it reads a text anew. */
const beginsFormula = /^[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

interface Found {
  readonly cells: number;
  readonly formulas: string[];
  readonly changed: string[];
}

/**
 * Writes random texts into workbooks, reads them as the strictest program would and as our own import does, and looks
 * for cells that are or could become a formula and for texts that came back as something else.
 */
async function prove(texts: number, { seed, progress }: ProofContext): Promise<Finding> {
  const random = randomFrom(seed);
  const found: Found[] = [];
  const perFile = rowsPerFile * columnsPerFile;
  for (let written = 0; written < texts; written += perFile) {
    const batch = Array.from({ length: Math.min(perFile, texts - written) }, () => hostileText(random));
    found.push(await tableOf(batch), officersWorkbook(batch.slice(0, 60)));
    if (written % 100_000 === 0) progress(`${written} of ${texts} texts`);
  }
  const formulas = found.flatMap((one) => one.formulas);
  const changed = found.flatMap((one) => one.changed);
  const cells = found.reduce((sum, one) => sum + one.cells, 0);
  return {
    n: texts,
    result: { cells, opensAsFormula: formulas.length, changedOnReimport: changed.length },
    worst: JSON.stringify(formulas[0] ?? changed[0] ?? 'none'),
    pass: formulas.length + changed.length === 0 && cells >= texts,
  };
}

/** A plain table of texts, written by us and read by our import. */
async function tableOf(texts: readonly string[]): Promise<Found> {
  const rows = Array.from({ length: Math.ceil(texts.length / columnsPerFile) }, (_, at) => [
    `row ${at}`,
    ...texts.slice(at * columnsPerFile, (at + 1) * columnsPerFile),
  ]);
  const headings = ['row', 'a', 'b', 'c', 'd'];
  const bytes = writeSpreadsheet({
    title: 'proof',
    pageNumber: '&P',
    sheets: [
      {
        name: 'Texts',
        above: [],
        columns: headings.map((heading) => ({ heading, width: 20 })),
        rows,
        filtered: false,
      },
    ],
  });
  const table = await readTable(
    { bytes, file: 'proof.xlsx' },
    { score: (cells) => (cells[0] === 'row' ? 1 : 0), expected: 'row' },
  );
  const changed = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const back = table.rows[at]?.cells[column] ?? '';
      return back === sameLineEnds(text) ? [] : [`${text} → ${back}`];
    }),
  );
  return { cells: texts.length, formulas: formulasIn(bytes), changed };
}

/** The officer's workbook, with the texts as names of members and titles of calls. */
function officersWorkbook(texts: readonly string[]): Found {
  const named = madeFindings();
  const members = new Map(
    [...named.organisations].map(([id, member], at) => {
      const facts = { ...madeOrganisation(id).facts, legalName: texts[at] ?? '' };
      return [id, madeMember(id, { ...member, card: madeOrganisation(id, { facts }) })] as const;
    }),
  );
  const calls = new Map(
    [...named.opportunities].map(([id, card], at) => {
      const title = texts[members.size + at] ?? '';
      return [
        id,
        madeOpportunity(id, { ...card, title, identifier: `${texts[6 + at] ?? ''} ${at}` }),
      ] as const;
    }),
  );
  const book = clusterWorkbook({ ...named, organisations: members, opportunities: calls });
  return { cells: members.size + calls.size, formulas: formulasIn(writeSpreadsheet(book)), changed: [] };
}

/** Cells that are no plain text or number, or that would turn into a formula once somebody edits them. */
function formulasIn(bytes: Uint8Array): string[] {
  const { elements, sheets } = readSpreadsheet(bytes);
  const cells = sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([place, { type, value, guarded }]) => {
      // an empty cell has no type: it holds the line of its row
      if (type === 'n' && /^(-?[\d.e+-]+)?$/i.test(value)) return [];
      if (type !== 'inlineStr') return [`${sheet.name}!${place} is of type ${type}`];
      return beginsFormula.test(value) && !guarded ? [`${sheet.name}!${place}: ${value}`] : [];
    }),
  );
  return elements.has('f') ? [...cells, 'an element <f>'] : cells;
}

const sameLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

export const proof: Proof = {
  id: 'S-08',
  invariant: 'exports are inert: nothing opens as a formula, nothing comes back changed',
  quick: (context) => prove(50_000, context),
  full: (context) => prove(1_000_000, context),
};
