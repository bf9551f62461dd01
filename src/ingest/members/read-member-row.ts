import type { TableRow } from '../tabular/table.js';
import { quoted } from '../tabular/tabular.errors.js';
import type { MemberColumns } from './member-columns.js';
import type { MemberRow, ReadRow } from './member-row.js';
import type { Places } from './places.js';
import { readPlace } from './read-place.js';
import { withoutMailAddresses } from './personal-content.js';
import { RowReader } from './row-reader.js';
import { textDoubts } from './text-doubts.js';
import { readAteco } from './values/ateco.js';
import { type DateOrder, readDate } from './values/dates.js';
import { readPic, readTaxCode, readVatNumber } from './values/identifiers.js';
import {
  readCompetences,
  readEmployees,
  readLanguages,
  readOrganisationType,
  readSme,
  readWebAddress,
} from './values/plain-values.js';

/** What holds for every row of one file. */
export interface RowContext {
  readonly columns: MemberColumns;
  readonly places: Places;
  readonly dates: DateOrder;
  /** columns of the file itself; what the column map says of every row stands behind them */
  readonly width: number;
}

const longestName = 300;

/** One row of a member file; refused with every reason found, not just the first. */
export function readMemberRow(tableRow: TableRow, context: RowContext): ReadRow {
  const row = new RowReader(tableRow, context.columns.columns);
  const italianFile = context.columns.language === 'it';
  const legalName = row.line('legalName', longestName);
  refuseUnnamed(row, legalName, tableRow.cells.slice(0, context.width));
  const place = readPlace(row, context.places, italianFile);
  const member: MemberRow = {
    line: tableRow.line,
    pic: row.value('pic', readPic),
    vatNumber: vatNumberOf(row, place.country, context),
    facts: {
      legalName: legalName ?? '',
      shortName: row.line('shortName'),
      ...place,
      type: row.value('type', readOrganisationType),
      sme: row.value('sme', readSme),
      employees: row.value('employees', readEmployees),
      url: row.value('url', readWebAddress),
      site: row.line('site'),
      languages: row.values('languages', readLanguages),
    },
    category: row.line('category'),
    since: row.value('since', (text) => readDate(text, context.dates, 'start')),
    until: row.value('until', (text) => readDate(text, context.dates, 'end')),
    description: readDescription(row),
    competences: joinedCompetences(row),
    ateco: row.values('ateco', readAteco),
    ecosystems: readEcosystems(row, context),
    extra: row.extra(),
  };
  refuseEndBeforeStart(row, member);
  return row.problems.length === 0
    ? { ok: true, line: tableRow.line, member, notes: row.notes }
    : { ok: false, line: tableRow.line, name: legalName, problems: row.problems };
}

/** The VAT number; where none is stated, the tax code if it is a company's. */
function vatNumberOf(row: RowReader, country: string | null, context: RowContext): string | null {
  const problems = row.problems.length;
  const stated = row.value('vatNumber', (text) =>
    readVatNumber(text, {
      country,
      italianFile: context.columns.language === 'it',
      isCountry: (code) => context.places.country(code) !== undefined,
    }),
  );
  const isUnreadable = row.problems.length > problems;
  if (stated !== null || isUnreadable || (country !== null && country !== 'IT')) return stated;
  return row.value('taxCode', readTaxCode);
}

/** Names of ecosystems that we know are written one way; others stay as they are, and are said. */
function readEcosystems(row: RowReader, { places }: RowContext): readonly string[] {
  const named = row.texts('ecosystems').flatMap(listed);
  const unknown = named.filter((name) => places.ecosystem(name) === undefined);
  if (unknown.length > 0) {
    const message = `no ecosystem of the regional strategy is called ${unknown.slice(0, 3).map(quoted).join(', ')}: kept as it is`;
    row.note('ecosystems', { problem: 'ecosystem-not-recognised', message });
  }
  return [...new Set(named.map((name) => places.ecosystem(name) ?? name))];
}

function refuseUnnamed(row: RowReader, legalName: string | null, cells: readonly string[]): void {
  if (legalName === null) {
    if (row.problems.length > 0) return; // the name is there but cannot be read: said already
    row.refuse('legalName', { problem: 'legal-name-missing', message: 'a member needs a legal name' });
    return;
  }
  if ([...legalName].length < 2) {
    row.refuse('legalName', {
      problem: 'legal-name-too-short',
      message: 'a legal name has two characters at least',
    });
  }
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (/^(sub)?tot(ale|al|ali)?\b/i.test(legalName) && filled <= 3) {
    row.refuse('legalName', { problem: 'total-row', message: 'a total, not a member' });
  }
}

function refuseEndBeforeStart(row: RowReader, { since, until }: MemberRow): void {
  if (since === null || until === null || since <= until) return;
  row.refuse('until', {
    problem: 'end-before-start',
    message: `${until} is before the start, ${since}; correct one of them`,
  });
}

function readDescription(row: RowReader): string | null {
  const texts = row.texts('description').map((text) => text.replace(/\n{3,}/g, '\n\n'));
  if (texts.length === 0) return null;
  const written = [...new Set(texts)].join('\n\n');
  const description = withoutMailAddresses(written);
  if (description !== written) {
    row.note('description', {
      problem: 'mail-address-left-out',
      message: 'a mail address in the text was left out',
      personal: true,
    });
  }
  for (const doubt of textDoubts(description)) row.note('description', { ...doubt, personal: true });
  return description;
}

/** Several columns may list competences; a fault in any of them refuses the row, naming the first. */
function joinedCompetences(row: RowReader): readonly string[] {
  const seen = new Map<string, string>();
  for (const text of row.texts('competences')) {
    const reading = readCompetences(text);
    if (!reading.ok) row.refuse('competences', reading.remark);
    else
      for (const line of reading.value ?? [])
        seen.set(line.toLowerCase(), seen.get(line.toLowerCase()) ?? line);
  }
  return [...seen.values()];
}

function listed(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
