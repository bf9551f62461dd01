import { stat, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Command } from 'commander';

import {
  ImportCordis,
  ImportMembers,
  ImportOpportunities,
  readColumnMap,
  type ImportOptions,
  type ImportOutcome,
  type MemberImportReport,
} from '../../ingest/index.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface OpenDataOptions {
  readonly strict?: boolean;
  readonly json?: boolean;
}

interface MembersOptions extends OpenDataOptions {
  readonly cluster: string;
  readonly map?: string;
  readonly sheet?: string;
  readonly dryRun?: boolean;
}

/** Problems listed one by one; the rest are counted. */
const listedProblems = 20;

/** Largest member file, in bytes. */
const largestFile = 20 * 1024 * 1024;

export function addImportCommands(program: Command, terminal: Terminal): void {
  const command = program
    .command('import')
    .description('take in files: members, CORDIS, portal records, topics, pilots');
  command
    .command('members <file>')
    .description('a member list, CSV or XLSX')
    .requiredOption('--cluster <slug>', 'whose members they are')
    .option('--map <file>', 'which column is what: YAML or JSON, our field → their heading')
    .option('--sheet <name>', 'which sheet of a workbook')
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--strict', 'change nothing where a row is refused (exit code 2)')
    .option('--json', 'print JSON')
    .action((file: string, options: MembersOptions) => importMembers(file, options, terminal));
  openData(
    command,
    'cordis <path>',
    'a CORDIS export: folder or zip of CSV files, gzipped or not',
    (app) => (path, options) => app.get(ImportCordis).run(path, options),
  );
  openData(
    command,
    'portal <path>',
    'recorded answers of the portal’s search API: pages, a folder, or .jsonl',
    (app) => (path, options) => app.get(ImportOpportunities).portal(path, options),
  );
  openData(
    command,
    'topics <file>',
    'topics of a work programme: .csv or .jsonl',
    (app) => (path, options) => app.get(ImportOpportunities).topics(path, options),
  );
  openData(
    command,
    'pilots <file>',
    'pilots, demo-cases and funding windows, YAML',
    (app) => (path, options) => app.get(ImportOpportunities).pilots(path, options),
  );

  function openData(parent: Command, usage: string, description: string, importer: Importer): void {
    const [name = ''] = usage.split(' ');
    parent
      .command(usage)
      .description(description)
      .option('--strict', 'change nothing where a row is refused (exit code 2)')
      .option('--json', 'print JSON')
      .action(async (path: string, options: OpenDataOptions) => {
        await requireReadable(path);
        await withService(`import ${name}`, terminal, async ({ app }) => {
          const outcome = await importer(app)(path, {
            strict: options.strict === true,
            onProgress: ({ step, rows }) => terminal.progress(`${step}: ${rows}`),
          });
          tell(outcome, path, options.json === true, terminal);
        });
      });
  }
}

type Importer = (
  app: Parameters<Parameters<typeof withService>[2]>[0]['app'],
) => (path: string, options: ImportOptions) => Promise<ImportOutcome>;

/** What an import did: what was seen and refused on standard error, the counts on standard output. */
export function tell(outcome: ImportOutcome, path: string, json: boolean, terminal: Terminal): void {
  terminal.settle();
  for (const note of outcome.notes) terminal.note(note);
  for (const { file, row, column, value, message } of outcome.problems.slice(0, listedProblems)) {
    const where = [file, `row ${row}`, column && `column ${column}`, value !== null && `"${value}"`].filter(
      Boolean,
    );
    terminal.note(`${where.join(', ')}: ${message}`);
  }
  const refused = outcome.counts['refused'] ?? 0;
  if (outcome.problems.length > listedProblems)
    terminal.note(`… and ${outcome.problems.length - listedProblems} more`);
  if (refused > 0)
    terminal.note(`${refused} row${refused === 1 ? ' was' : 's were'} refused; the rest was taken in`);
  terminal.print(json ? JSON.stringify(outcome) : `${basename(path)}: ${counted(outcome.counts)}`);
}

async function importMembers(file: string, options: MembersOptions, terminal: Terminal): Promise<void> {
  await requireReadable(file);
  const { size } = await stat(file);
  if (size > largestFile) {
    throw new AppError(
      'ingest.file-too-large',
      'invalid',
      `${file}: has ${size} bytes; at most ${largestFile}: split it`,
    );
  }
  const bytes = await readFile(file);
  const map = options.map === undefined ? undefined : readColumnMap(await readText(options.map), options.map);
  await withService('import members', terminal, async ({ app, scope }) => {
    const report = await app
      .get(ImportMembers)
      .run(
        scope,
        { bytes, file: basename(file), cluster: options.cluster, sheet: options.sheet, map },
        { strict: options.strict, dryRun: options.dryRun },
      );
    tellMembers(report, options.json === true, terminal);
  });
}

function tellMembers(report: MemberImportReport, json: boolean, terminal: Terminal): void {
  const { plan, file } = report;
  for (const note of file.notes) terminal.note(note);
  const shown = plan.rows.filter(
    ({ verdict }) => verdict === 'refused' || verdict === 'suspected' || verdict === 'duplicate',
  );
  for (const row of shown.slice(0, listedProblems)) {
    const said = row.findings.map(({ column, value, message }) =>
      [column && `column ${column}`, value !== null && `"${value}"`, message].filter(Boolean).join(', '),
    );
    terminal.note(
      `${file.file}, line ${row.line}: ${row.verdict}${said.length > 0 ? `: ${said.join('; ')}` : ''}`,
    );
  }
  if (shown.length > listedProblems) terminal.note(`… and ${shown.length - listedProblems} more`);
  if (plan.counts.refused > 0) terminal.note(`${plan.counts.refused} rows refused; the rest was taken in`);
  const done = report.applied ? '' : ' (nothing was changed)';
  terminal.print(json ? JSON.stringify(report) : `${file.file}: ${counted(plan.counts)}${done}`);
}

const counted = (counts: object): string =>
  Object.entries(counts)
    .map(([name, count]) => `${String(count)} ${name}`)
    .join(', ');

async function requireReadable(path: string): Promise<void> {
  await stat(path).catch((cause: unknown) => {
    throw new AppError(
      'terminal.unreadable-file',
      'invalid',
      `${path}: there is no such file or folder; check the name`,
      {
        cause,
      },
    );
  });
}

async function readText(file: string): Promise<string> {
  await requireReadable(file);
  return readFile(file, 'utf8');
}
