import { basename } from 'node:path';

import type { Command } from 'commander';

import {
  ImportCordis,
  ImportOpportunities,
  type ImportOptions,
  type ImportOutcome,
} from '../../ingest/index.js';
import { addImportMembersCommands } from './import-members.command.js';
import { requireReadable } from './readable-path.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface OpenDataOptions {
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Problems listed one by one; the rest are counted. */
const listedProblems = 20;

export function addImportCommands(program: Command, terminal: Terminal): void {
  const command = program
    .command('import')
    .description('take in files: members, CORDIS, portal records, topics, pilots');
  addImportMembersCommands(command, terminal);
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

/** `3 new, 0 changed` */
const counted = (counts: object): string =>
  Object.entries(counts)
    .map(([name, count]) => `${String(count)} ${name}`)
    .join(', ');
