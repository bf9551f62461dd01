import { readFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { ErasureList } from '../../accounts/index.js';
import { requireFile, requireReadable } from './readable-path.js';
import { requireWritable, writeResult } from './result-file.js';
import type { Terminal } from './terminal.js';
import { withService } from './with-service.js';

export function addErasuresCommands(program: Command, terminal: Terminal): void {
  const erasures = program.command('erasures').description('who was erased: to be taken out of backups too');
  erasures
    .command('list')
    .description('write the marks of the erased to a file: keep it apart from the backups')
    .requiredOption('--out <file>', 'where to write it (.txt)')
    .action((options: { out: string }) => list(options.out, terminal));
  erasures
    .command('replay')
    .description('erase again, in a restored backup, whoever is on the list: before the service is started')
    .argument('<file>', 'what "erasures list" wrote')
    .option('--json', 'print JSON')
    .action((file: string, options: { json?: boolean }) => replay(file, options, terminal));
}

async function list(out: string, terminal: Terminal): Promise<void> {
  await requireWritable(out, '.txt');
  await withService('erasures list', terminal, async ({ app }) => {
    const text = await app.get(ErasureList).write();
    await writeResult(out, text);
    terminal.print(`${text.split('\n').length - 2} marks written to ${out}`);
  });
}

async function replay(file: string, { json }: { json?: boolean }, terminal: Terminal): Promise<void> {
  await requireReadable(file);
  await requireFile(file);
  const text = await readFile(file, 'utf8');
  await withService('erasures replay', terminal, async ({ app }) => {
    const done = await app.get(ErasureList).replay(text);
    terminal.print(
      json
        ? JSON.stringify(done)
        : `${done.listed} marks, ${done.added} of them new here; erased again: ${done.people} people, ` +
            `${done.organisations} organisations`,
    );
  });
}
