import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Command } from 'commander';

import { ClusterReadModel } from '../../accounts/index.js';
import { ColumnMaps, ImportMembers, readColumnMap } from '../../ingest/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { fileTooLarge, spool, type SpooledFile } from '../../platform/files/spooled-file.js';
import { largestUpload } from '../../platform/http/uploaded-file.js';
import { tellMemberImport } from './member-import-as-text.js';
import { requireFile, requireReadable } from './readable-path.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

interface MembersOptions {
  readonly cluster: string;
  readonly map?: string;
  readonly source?: string;
  readonly sheet?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

interface MapsOptions {
  readonly cluster: string;
  readonly json?: boolean;
}

export function addImportMembersCommands(parent: Command, terminal: Terminal): void {
  parent
    .command('members <file>')
    .description('a member list, CSV or XLSX')
    .requiredOption('--cluster <slug>', 'whose members they are')
    .option('--map <file>', 'which column is what: YAML or JSON, our field → their heading')
    .option(
      '--source <name>',
      'what kind of file it is (e-scouting, event-participants): its saved column map is used, or --map saved for it',
    )
    .option('--sheet <name>', 'which sheet of a workbook')
    .option('--dry-run', 'say what would happen, change nothing')
    .option('--strict', 'change nothing where a row is refused (exit code 2)')
    .option('--json', 'print JSON')
    .action((file: string, options: MembersOptions) => importMembers(file, options, terminal));
  parent
    .command('maps')
    .description('the column maps that a cluster has saved')
    .requiredOption('--cluster <slug>', 'whose maps')
    .option('--json', 'print JSON')
    .action((options: MapsOptions) => listMaps(options, terminal));
}

async function importMembers(file: string, options: MembersOptions, terminal: Terminal): Promise<void> {
  const content = await spooled(file);
  try {
    const map = options.map === undefined ? undefined : await columnMapIn(options.map);
    const { cluster, source, sheet, strict, dryRun } = options;
    await withService('import members', terminal, async ({ app, scope }) => {
      const request = { content, file: basename(file), cluster, source, sheet, map };
      const report = await app.get(ImportMembers).run(scope, request, { strict, dryRun });
      tellMemberImport(report, options.json === true, terminal);
    });
  } finally {
    await content.close();
  }
}

async function spooled(file: string): Promise<SpooledFile> {
  await requireFile(file);
  if ((await requireReadable(file)) > largestUpload) throw fileTooLarge(file, largestUpload);
  return spool(createReadStream(file), { mostBytes: largestUpload, name: file });
}

async function columnMapIn(file: string): Promise<ReturnType<typeof readColumnMap>> {
  await requireReadable(file);
  return readColumnMap(await readFile(file, 'utf8'), file);
}

async function listMaps({ cluster, json }: MapsOptions, terminal: Terminal): Promise<void> {
  await withService('import maps', terminal, async ({ app, scope }) => {
    const saved = await app.get(UnitOfWork).run(scope, async (unit) => {
      const { id } = await app.get(ClusterReadModel).bySlug(unit, cluster);
      return app.get(ColumnMaps).all(unit, id);
    });
    if (json === true) terminal.print(JSON.stringify(saved));
    else
      for (const { source, map } of saved)
        terminal.print(`${source}: ${Object.keys(map.columns).join(', ')}`);
    if (saved.length === 0) terminal.note(`${cluster} has saved no column map`);
  });
}
