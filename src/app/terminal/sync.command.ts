import type { Command } from 'commander';

import { fetchPortal, ImportOpportunities, PortalSearchConnector } from '../../ingest/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { readSettings } from '../../platform/config/settings.js';
import { AppError } from '../../platform/errors/app-error.js';
import { tell } from './import.command.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

export function addSyncCommands(program: Command, terminal: Terminal): void {
  program
    .command('sync')
    .description('fetch from where it is published')
    .command('portal')
    .description('open and forthcoming calls from the live Funding & Tenders portal (TESSERA_CONTACT)')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => syncPortal(options.json === true, terminal));
}

/** Fetches everything before the database is opened: a pass takes minutes, and one that fails touches nothing. */
async function syncPortal(json: boolean, terminal: Terminal): Promise<void> {
  const { contact } = readSettings();
  if (contact === null) {
    throw new AppError(
      'config.no-contact',
      'invalid',
      'TESSERA_CONTACT is not set: give the mail address or the https page that the portal can turn to',
    );
  }
  const portal = new PortalSearchConnector(contact);
  try {
    const files = await fetchPortal(portal, {
      startedAt: new SystemClock().now(),
      onPage: (page, pages) => terminal.progress(`page ${page}${pages === null ? '' : ` of ${pages}`}`),
    });
    terminal.settle();
    await withService('sync portal', terminal, async ({ app }) => {
      const outcome = await app.get(ImportOpportunities).portalFiles('portal', files, {
        onProgress: ({ step, rows }) => terminal.progress(`${step}: ${rows}`),
      });
      tell(outcome, 'portal', json, terminal);
    });
  } finally {
    portal.close();
  }
}
