import type { Command } from 'commander';

import { syncedSources, SyncSources, type SyncedSource, type SyncListener } from '../../ingest/index.js';
import { tell } from './import.command.js';
import { progressBar, type Terminal } from './terminal.js';
import { withService } from './with-service.js';

const descriptions: Readonly<Record<SyncedSource, string>> = {
  portal: 'open and forthcoming calls from the live Funding & Tenders portal (TESSERA_CONTACT)',
  'partner-search':
    'who looks for partners for those calls: counts and organisations, never persons (TESSERA_CONTACT)',
  cordis: 'funded projects from CORDIS, where it has newer ones; goes on where it was cut',
};

export function addSyncCommands(program: Command, terminal: Terminal): void {
  const command = program.command('sync').description('fetch from where it is published');
  for (const source of syncedSources) {
    command
      .command(source)
      .description(descriptions[source])
      .option('--json', 'print JSON')
      .action((options: { json?: boolean }) => sync(source, options.json === true, terminal));
  }
}

async function sync(source: SyncedSource, json: boolean, terminal: Terminal): Promise<void> {
  await withService(`sync ${source}`, terminal, async ({ app }) => {
    const outcome = await app.get(SyncSources).run(source, listenerOn(terminal));
    if (outcome !== null) return tell(outcome, source, json, terminal);
    terminal.settle();
    terminal.print(
      json ? '{"unchanged":true}' : `${source}: nothing new; what you have is the newest there is`,
    );
  });
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

function listenerOn(terminal: Terminal): SyncListener {
  return {
    onPage: (done, of) => terminal.progress(`asked ${done}${of === null ? '' : ` of ${of}`}`),
    onBytes: ({ bytes, total, secondsLeft }) =>
      terminal.progress(
        total === null
          ? `${megabytes(bytes)} MB`
          : progressBar(megabytes(bytes), megabytes(total), 'MB', secondsLeft),
      ),
    onRows: ({ step, rows }) => terminal.progress(`${step}: ${rows}`),
  };
}
