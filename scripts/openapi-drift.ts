/**
 * Compares docs/openapi.json with what the built service says of itself, and the types of the pages' client with that
 * file; `--write` writes both instead.
 *
 * The file is made from the build because only the compiler's Swagger plugin reads the docstrings of the message
 * classes: the same program under the tests' compiler would describe nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const committed = 'docs/openapi.json';
const writer = 'dist/src/app/write-openapi.js';
const types = 'web/src/api/schema.ts';
const typesWriter = 'node_modules/openapi-typescript/bin/cli.js';

function run(program: string, ...args: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? stdout + stderr}`);
}

/** Compiles where needed, without taking dist/ from under a service that runs from it. */
async function build(): Promise<void> {
  const builder = new URL('../bin/build.mjs', import.meta.url).href;
  const { ensureBuilt } = (await import(builder)) as { ensureBuilt: () => Promise<void> };
  await ensureBuilt();
}

/** The first line that differs, to say where to look. */
function firstDifference(file: string, before: string, now: string): string {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const at = line === -1 ? fresh.length : line;
  return `${file}:${at + 1}: is ${old[at]?.trim() ?? '(end)'}, should be ${fresh[at]?.trim() ?? '(end)'}`;
}

/** Says where a committed file differs from what it is made from. */
function compare(file: string, made: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const now = readFileSync(made, 'utf8');
  if (before === now) return;
  console.error(firstDifference(file, before, now));
  console.error('The service changed and its description did not: npm run openapi, then commit the files.');
  process.exitCode = 1;
}

const scratch = mkdtempSync(join(tmpdir(), 'tessera-openapi-'));
try {
  await build();
  if (process.argv.includes('--write')) {
    run('node', writer, committed);
    run('node', typesWriter, committed, '--output', types);
  } else {
    const made = join(scratch, 'openapi.json');
    run('node', writer, made);
    compare(committed, made);
    const madeTypes = join(scratch, 'schema.ts');
    run('node', typesWriter, made, '--output', madeTypes);
    compare(types, madeTypes);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
