import { Option, type Command } from 'commander';

import { languages, WriteBrief, type Language } from '../../insights/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { requireWritable, writeResult } from './result-file.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface BriefOptions {
  readonly lang: Language;
  readonly asOf?: string;
  readonly out: string;
}

export function addBriefCommand(program: Command, terminal: Terminal): void {
  program
    .command('brief <organisation>')
    .description(
      'one printable A4 page for an organisation (id, PIC, exact name): calls that fit, why, with whom',
    )
    .addOption(new Option('--lang <language>', 'of the page').choices(languages).default('it'))
    .option('--as-of <date>', 'the day that decides what is open and known (default: today)')
    .requiredOption('--out <file>', 'the page to write: FILE.html')
    .action((organisation: string, options: BriefOptions) => brief(organisation, options, terminal));
}

async function brief(organisation: string, options: BriefOptions, terminal: Terminal): Promise<void> {
  await requireWritable(options.out, '.html');
  await withService('brief', terminal, async ({ app, scope }) => {
    const page = await app.get(WriteBrief).forOrganisation(scope, organisation, {
      language: options.lang,
      asOf: momentOf(options.asOf, app.get(Clock).now()),
    });
    await writeResult(options.out, page);
    terminal.note(`Wrote ${options.out}: open it in a browser, print it on one sheet of A4.`);
  });
}
