import type { Command } from 'commander';

import { SyncSources, type SyncListener, type SyncOutcome } from '../../ingest/index.js';
import { tell } from './import.command.js';
import { progressBar, type Terminal } from './terminal.js';
import { withService } from './with-service.js';

type Sync = (sources: SyncSources, listener: SyncListener) => Promise<SyncOutcome>;

export function addSyncCommands(program: Command, terminal: Terminal): void {
  const command = program.command('sync').description('fetch from where it is published');
  add(
    'portal',
    'open and forthcoming calls from the live Funding & Tenders portal (TESSERA_CONTACT)',
    (sources, listener) => sources.portal(listener),
  );
  add(
    'cordis',
    'funded projects from CORDIS, where it has newer ones; goes on where it was cut',
    (sources, listener) => sources.cordis(listener),
  );

  function add(name: string, description: string, sync: Sync): void {
    command
      .command(name)
      .description(description)
      .option('--json', 'print JSON')
      .action((options: { json?: boolean }) =>
        withService(`sync ${name}`, terminal, async ({ app }) => {
          const outcome = await sync(app.get(SyncSources), listenerOn(terminal));
          if (outcome !== null) return tell(outcome, name, options.json === true, terminal);
          terminal.settle();
          terminal.print(
            options.json
              ? '{"unchanged":true}'
              : `${name}: nothing new; what you have is the newest there is`,
          );
        }),
      );
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 100_000) / 10;

function listenerOn(terminal: Terminal): SyncListener {
  return {
    onPage: (page, pages) => terminal.progress(`page ${page}${pages === null ? '' : ` of ${pages}`}`),
    onBytes: ({ bytes, total, secondsLeft }) =>
      terminal.progress(
        total === null
          ? `${megabytes(bytes)} MB`
          : progressBar(megabytes(bytes), megabytes(total), 'MB', secondsLeft),
      ),
    onRows: ({ step, rows }) => terminal.progress(`${step}: ${rows}`),
  };
}
