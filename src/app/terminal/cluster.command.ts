import type { Command } from 'commander';

import { CreateCluster } from '../../accounts/index.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Taxonomy, type Vocabulary } from '../../taxonomy/index.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface CreateOptions {
  readonly nameEn: string;
  readonly nameIt: string;
  readonly ecosystem?: readonly string[];
  readonly city?: string;
  readonly url?: string;
  readonly json?: boolean;
}

export function addClusterCommands(program: Command, terminal: Terminal): void {
  program
    .command('cluster')
    .description('the technology clusters that use this service')
    .command('create <slug>')
    .description('take a cluster in; its short name, `afil`, is never changed again')
    .requiredOption('--name-en <name>', 'its name in English')
    .requiredOption('--name-it <name>', 'its name in Italian')
    .option('--ecosystem <id...>', 'ecosystems of the Lombardy S3 it works in: `advanced-manufacturing`')
    .option('--city <city>', 'where it sits')
    .option('--url <address>', 'its web page')
    .option('--json', 'print the cluster as JSON')
    .action((slug: string, options: CreateOptions) => create(slug, options, terminal));
}

async function create(slug: string, options: CreateOptions, terminal: Terminal): Promise<void> {
  await withService('cluster create', terminal, async ({ app, scope }) => {
    const { ecosystems } = app.get(Taxonomy);
    const cluster = await app.get(CreateCluster).run(scope, {
      slug,
      nameEn: options.nameEn,
      nameIt: options.nameIt,
      ecosystems: (options.ecosystem ?? []).map((text) => ecosystemCode(text, ecosystems)),
      city: options.city ?? null,
      url: options.url ?? null,
    });
    terminal.print(
      options.json ? JSON.stringify(cluster) : `${cluster.slug}: ${cluster.nameEn} (${cluster.id})`,
    );
  });
}

/**
 * The code of an ecosystem that a person names by code or name, in English or Italian.
 *
 * @throws {AppError} `accounts.unknown-ecosystem`, naming those there are
 */
export function ecosystemCode(text: string, ecosystems: Vocabulary): string {
  const term = ecosystems.resolve(text);
  if (term !== undefined) return term.code;
  const known = ecosystems.terms.map(({ code }) => code).join(', ');
  throw new AppError(
    'accounts.unknown-ecosystem',
    'invalid',
    `no ecosystem ${JSON.stringify(text)}: one of ${known}`,
  );
}
