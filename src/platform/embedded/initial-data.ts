import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { AppError } from '../errors/app-error.js';
import type { ServerAccount } from './server-account.js';

/** Makes a folder that only the server's user may enter. */
export function ownFolder(folder: string, account: ServerAccount | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** PostgreSQL must not inherit `PGDATA`, `PGOPTIONS` and the like from the person who starts us. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC' };
}

/** The last lines of a program's output, for an error message. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ').slice(-600);
}

export interface InitialDataOptions {
  readonly dataDir: string;
  /** skips every wait for the disk, and checksums: only for data that may be lost */
  readonly throwAway?: boolean | undefined;
}

/**
 * Makes PostgreSQL's data folder where there is none.
 *
 * It is made beside its place and renamed: a half-made one is never used, and of two makers one wins.
 *
 * @throws {AppError} `embedded.initdb-failed`, with what `initdb` said
 */
export function ensureInitialData(
  initdb: string,
  account: ServerAccount | null,
  options: InitialDataOptions,
): void {
  const { dataDir } = options;
  if (existsSync(dataDir)) return;
  const draft = mkdtempSync(join(dirname(dataDir), `${basename(dataDir)}-new-`));
  try {
    ownFolder(draft, account);
    runInitdb(initdb, draft, account, options);
    renameUnlessThere(draft, dataDir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(
  initdb: string,
  draft: string,
  account: ServerAccount | null,
  options: InitialDataOptions,
): void {
  const flags = [
    '-D',
    draft,
    '-U',
    'tessera_owner',
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
  ];
  flags.push('--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8');
  flags.push(...(options.throwAway ? ['--no-sync', '--no-data-checksums'] : ['--data-checksums']));
  const run = spawnSync(initdb, flags, { cwd: '/', encoding: 'utf8', env: serverEnvironment(), ...account });
  if (run.status === 0) return;
  throw new AppError(
    'embedded.initdb-failed',
    'unavailable',
    `PostgreSQL could not set up its data in ${options.dataDir}: ` +
      (run.error?.message ?? lastLines(`${run.stdout}\n${run.stderr}`)),
    { context: { dataDir: options.dataDir } },
  );
}

function renameUnlessThere(draft: string, goal: string): void {
  try {
    renameSync(draft, goal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error; // else another process was first
  }
}
