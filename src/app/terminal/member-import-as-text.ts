import type { MemberImportReport } from '../../ingest/index.js';
import type { Terminal } from './terminal.js';

type Row = MemberImportReport['plan']['rows'][number];
type Finding = Row['findings'][number];

/** Rows listed one by one; the rest are counted. */
const listedRows = 20;

/** What a member import did or would do: remarks on standard error, counts (or all as JSON) on standard output. */
export function tellMemberImport(report: MemberImportReport, json: boolean, terminal: Terminal): void {
  const { plan, file } = report;
  for (const note of file.notes) terminal.note(note);
  const shown = plan.rows.filter(
    ({ verdict }) => verdict === 'refused' || verdict === 'suspected' || verdict === 'duplicate',
  );
  for (const row of shown.slice(0, listedRows)) terminal.note(rowAsText(file.file, row));
  if (shown.length > listedRows) terminal.note(`… and ${shown.length - listedRows} more`);
  for (const line of readings(plan.rows)) terminal.note(line);
  const { refused } = plan.counts;
  if (refused > 0) {
    const rest = report.applied ? 'the rest was taken in' : 'the rest would be taken in';
    terminal.note(`${refused} row${refused === 1 ? '' : 's'} refused; ${rest}`);
  }
  const done = report.applied ? '' : ' (nothing was changed)';
  const counts = Object.entries(plan.counts).map(([name, count]) => `${count} ${name}`);
  terminal.print(json ? JSON.stringify(report) : `${file.file}: ${counts.join(', ')}${done}`);
}

function rowAsText(file: string, row: Row): string {
  const said = [...whoItIs(row), ...row.findings.map(findingAsText)];
  return `${file}, line ${row.line}: ${row.verdict}${said.length > 0 ? `: ${said.join('; ')}` : ''}`;
}

function whoItIs({ duplicateOf, suspects }: Row): string[] {
  if (duplicateOf !== null) return [`the same organisation as line ${duplicateOf}`];
  return suspects
    .slice(0, 3)
    .map(({ legalName, line, pic }) =>
      ['perhaps', legalName, line === null ? null : `of line ${line}`, pic && `PIC ${pic}`]
        .filter((part) => part !== null && part !== '')
        .join(' '),
    );
}

const findingAsText = ({ column, value, message }: Finding): string =>
  [column && `column ${column}`, value !== null && `"${value}"`, message].filter(Boolean).join(', ');

/** How odd values of good rows were read: each kind once, with how often and the first of them. */
function readings(rows: readonly Row[]): string[] {
  const kinds = new Map<string, { count: number; line: number; finding: Finding }>();
  for (const { line, verdict, findings } of rows) {
    if (verdict === 'refused') continue;
    for (const finding of findings) {
      const known = kinds.get(finding.problem);
      if (known === undefined) kinds.set(finding.problem, { count: 1, line, finding });
      else known.count += 1;
    }
  }
  return [...kinds].map(
    ([problem, { count, line, finding }]) =>
      `${problem}: ${count} row${count === 1 ? '' : 's'}, the first: line ${line}, ${findingAsText(finding)}`,
  );
}
