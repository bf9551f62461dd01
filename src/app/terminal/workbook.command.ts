import { Option, type Command } from 'commander';

import { languages, WriteWorkbook, type Language } from '../../insights/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { requireWritable, writeResult } from './result-file.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface WorkbookOptions {
  readonly lang: Language;
  readonly cluster: string;
  readonly asOf?: string;
  readonly out: string;
}

export function addWorkbookCommand(program: Command, terminal: Terminal): void {
  program
    .command('workbook')
    .description('a workbook for officers: best members per call, best calls per member, coverage, reasons')
    .requiredOption('--cluster <slug>', 'the cluster: afil, catal, clm, …')
    .addOption(new Option('--lang <language>', 'of the workbook').choices(languages).default('it'))
    .option('--as-of <date>', 'the day that decides what is open and known (default: today)')
    .requiredOption('--out <file>', 'the workbook to write: FILE.xlsx')
    .action((options: WorkbookOptions) => workbook(options, terminal));
}

async function workbook(options: WorkbookOptions, terminal: Terminal): Promise<void> {
  await requireWritable(options.out, '.xlsx');
  await withService('workbook', terminal, async ({ app, scope }) => {
    terminal.progress('matching every member with every call');
    const asOf = momentOf(options.asOf, app.get(Clock).now());
    const { bytes } = await app
      .get(WriteWorkbook)
      .ofCluster(scope, options.cluster, { language: options.lang, asOf });
    await writeResult(options.out, bytes);
    terminal.settle();
    terminal.note(`Wrote ${options.out}.`);
  });
}
