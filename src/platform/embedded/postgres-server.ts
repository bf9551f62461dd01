import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors/app-error.js';
import { isServerProcess, readPostmasterNote } from './postmaster.js';
import type { ServerAccount } from './server-account.js';
import { serverAccount } from './server-account.js';
import type { ServerBinaries } from './server-binaries.js';
import { serverBinaries } from './server-binaries.js';

export interface ServerOptions {
  /** PostgreSQL's own data folder; made by `initdb` where it does not exist. The server's user must reach it. */
  readonly dataDir: string;
  /** Where the server puts its socket; at most about 90 bytes long. Made where it does not exist. */
  readonly socketDir: string;
  /** Names the socket; no TCP port is opened. Default 5432. */
  readonly port?: number;
  /** PostgreSQL settings, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Skips every wait for the disk while the folder is made: only for data that may be lost. */
  readonly throwAway?: boolean;
  /** Where the programs are copied to when the server's user cannot reach them. Default: beside `dataDir`. */
  readonly binariesDir?: string;
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  readonly socketDir: string;
  readonly port: number;
  readonly pid: number;
  /** Ends all connections and stops the server; resolves when its process is gone. */
  stop(): Promise<void>;
}

const startLimitMs = 60_000;
const stopLimitMs = 30_000;

/**
 * Starts a PostgreSQL server on a folder of ours, reached through a socket file only.
 *
 * It runs detached, in a session of its own: Ctrl-C reaches the service first, which stops it when drained.
 *
 * @throws {AppError} `embedded.initdb-failed`, `embedded.start-failed`, and those of `serverBinaries`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, socketDir, port = 5432, log } = options;
  const account = serverAccount(dataDir);
  const binaries = serverBinaries(account, () => options.binariesDir ?? dirname(dataDir));
  if (!existsSync(join(dataDir, 'PG_VERSION'))) initialise(binaries, account, options);
  ownFolder(socketDir, account);

  const startedAt = performance.now();
  const pid = await launch(binaries, account, { ...options, port });
  log?.(`PostgreSQL runs on ${dataDir} (pid ${pid}, ${Math.round(performance.now() - startedAt)} ms)`);
  return { socketDir, port, pid, stop: () => stopServer(dataDir, pid) };
}

/** Makes a folder that only the server's user may enter. */
function ownFolder(folder: string, account: ServerAccount | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** Makes the data folder beside its place and renames it: a half-made one is never used, and of two makers one wins. */
function initialise(binaries: ServerBinaries, account: ServerAccount | null, options: ServerOptions): void {
  const parent = dirname(options.dataDir);
  const draft = mkdtempSync(join(parent, `${basename(options.dataDir)}-new-`));
  try {
    ownFolder(draft, account);
    const flags = ['-D', draft, '-U', 'tessera_owner', '--auth-local=trust', '--auth-host=reject'];
    flags.push('--locale-provider=builtin', '--locale=C.UTF-8', '--encoding=UTF8', '--no-instructions');
    flags.push(...(options.throwAway ? ['--no-sync', '--no-data-checksums'] : ['--data-checksums']));
    const run = spawnSync(binaries.initdb, flags, {
      cwd: '/',
      encoding: 'utf8',
      env: serverEnvironment(),
      ...account,
    });
    if (run.status !== 0)
      throw initdbError(options.dataDir, run.error?.message ?? `${run.stdout}${run.stderr}`);
    if (!existsSync(join(options.dataDir, 'PG_VERSION'))) renameSync(draft, options.dataDir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function initdbError(dataDir: string, output: string): AppError {
  return new AppError(
    'embedded.initdb-failed',
    'unavailable',
    `PostgreSQL could not set up its data in ${dataDir}: ${lastLines(output, 3)}`,
    { context: { dataDir } },
  );
}

/** PostgreSQL must not inherit `PGDATA`, `PGPORT` and the like from the person who starts us. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC' };
}

async function launch(
  binaries: ServerBinaries,
  account: ServerAccount | null,
  options: ServerOptions & { readonly port: number },
): Promise<number> {
  const { dataDir, socketDir, port } = options;
  const logFile = `${dataDir}.log`;
  const settings = { listen_addresses: '', unix_socket_permissions: '0700', ...options.settings };
  const flags = ['-D', dataDir, '-k', socketDir, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) flags.push('-c', `${name}=${value}`);

  const output = openSync(logFile, 'w', 0o600);
  const child = spawn(binaries.postgres, flags, {
    cwd: '/',
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
    ...account,
  });
  closeSync(output);
  child.unref();
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? `exit code ${code}`}`));

  const deadline = performance.now() + startLimitMs;
  while (failure === null && performance.now() < deadline) {
    const note = readPostmasterNote(dataDir);
    if (note?.ready && note.pid === child.pid) return note.pid;
    await pause(10);
  }
  throw new AppError(
    'embedded.start-failed',
    'unavailable',
    `PostgreSQL did not start on ${dataDir}: ${failure ?? `not ready after ${startLimitMs / 1000} s`}. ` +
      `${lastLines(readFileSync(logFile, 'utf8'), 3)} (${logFile})`,
    { context: { dataDir } },
  );
}

function lastLines(text: string, count: number): string {
  return text.trim().split('\n').slice(-count).join(' | ').slice(-600);
}

/** Asks for a fast stop; after 30 s for an immediate one, from which the next start recovers. */
async function stopServer(dataDir: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isServerProcess(pid)) return;
    process.kill(pid, signal);
    const deadline = performance.now() + stopLimitMs;
    while (performance.now() < deadline) {
      if (!isServerProcess(pid) && readPostmasterNote(dataDir)?.pid !== pid) return;
      await pause(10);
    }
  }
}
