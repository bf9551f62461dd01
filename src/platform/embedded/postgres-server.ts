import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { AppError } from '../errors/app-error.js';
import { ensureInitialData, lastLines, ownFolder, serverEnvironment } from './initial-data.js';
import { isServerOf, readPostmasterNote, stopPostmaster } from './postmaster.js';
import { serverAccount, type ServerAccount } from './server-account.js';
import { serverBinaries } from './server-binaries.js';

export interface ServerOptions {
  /** PostgreSQL's own data folder, absolute; made where it does not exist. The server's user must reach it. */
  readonly dataDir: string;
  /** where the server puts its socket, at most 89 bytes long; made where it does not exist */
  readonly socketDir: string;
  /** names the socket; no TCP port is opened. Default 5432 */
  readonly port?: number;
  /** PostgreSQL settings, by name */
  readonly settings?: Readonly<Record<string, string>>;
  /** skips every wait for the disk while the data folder is made: only for data that may be lost */
  readonly throwAway?: boolean;
  /** where the programs are copied to when the server's user cannot reach them. Default: beside `dataDir` */
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

/** Recovery after a crash replays up to `max_wal_size` and may take minutes on a slow disk. */
const startLimitMs = 300_000;
const logLimitBytes = 5_000_000;

/**
 * Starts a PostgreSQL server on a folder of ours, reached through a socket file only.
 *
 * It runs detached, in a session of its own: Ctrl-C reaches the service first, which stops it when drained.
 * Its messages go to `<dataDir>.log`.
 *
 * @throws {AppError} `embedded.data-busy`: another server has these data, or what is left of a killed one; the
 *   latter passes within seconds. `embedded.start-failed`, and those of `serverBinaries` and `ensureInitialData`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, socketDir, port = 5432 } = options;
  const account = serverAccount(dataDir);
  const binaries = serverBinaries(account, () => options.binariesDir ?? dirname(dataDir));
  ensureInitialData(binaries.initdb, account, options);
  ownFolder(socketDir, account);

  const startedAt = performance.now();
  const pid = await launch(binaries.postgres, account, { ...options, port });
  options.log?.(
    `PostgreSQL started in ${Math.round(performance.now() - startedAt)} ms on ${dataDir} (pid ${pid})`,
  );
  return { socketDir, port, pid, stop: () => stopPostmaster(dataDir, pid) };
}

async function launch(
  postgres: string,
  account: ServerAccount | null,
  options: ServerOptions & { readonly port: number },
): Promise<number> {
  const { dataDir } = options;
  const log = openLog(`${dataDir}.log`, account);
  const child = spawn(postgres, serverFlags(options), {
    cwd: '/',
    detached: true,
    env: { ...serverEnvironment(), ...overlookedPid(dataDir) },
    stdio: ['ignore', log.file, log.file],
    ...account,
  });
  closeSync(log.file);
  child.unref();
  const failure = await untilReady(child, dataDir);
  if (failure === null) return child.pid ?? 0;
  throw startError(dataDir, failure, lastLines(log.newText()));
}

function serverFlags({
  dataDir,
  socketDir,
  port,
  settings,
}: ServerOptions & { readonly port: number }): string[] {
  const flags = ['-D', dataDir, '-k', socketDir, '-p', String(port), '-c', 'listen_addresses='];
  for (const [name, value] of Object.entries(settings ?? {})) flags.push('-c', `${name}=${value}`);
  return flags;
}

/**
 * PostgreSQL refuses to start while the process that `postmaster.pid` names exists, even as a zombie or as a
 * stranger under a reused id. It overlooks its grandparent's id, which is how `pg_ctl` starts it; the check that
 * nobody uses the old server's shared memory stays in force.
 */
function overlookedPid(dataDir: string): { PG_GRANDPARENT_PID?: string } {
  const note = readPostmasterNote(dataDir);
  return note && !isServerOf(dataDir, note.pid) ? { PG_GRANDPARENT_PID: String(note.pid) } : {};
}

/** @returns why it failed, or `null` once the server takes connections */
async function untilReady(child: ChildProcess, dataDir: string): Promise<string | null> {
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? `exit code ${code}`}`));
  const deadline = performance.now() + startLimitMs;
  while (failure === null && performance.now() < deadline) {
    const note = readPostmasterNote(dataDir);
    if (note?.ready && note.pid === child.pid) return null;
    await pause(10);
  }
  return failure ?? `it is not ready after ${startLimitMs / 1000} s`;
}

function startError(dataDir: string, failure: string, output: string): AppError {
  // an empty or half-written lock file is that of a server which starts at this moment
  const busy = /lock file .* (already exists|is empty)|bogus data in lock file|shared memory block/.test(
    output,
  );
  const advice = busy
    ? 'Another server uses these data: stop it, or set TESSERA_DATA to another folder. '
    : '';
  return new AppError(
    busy ? 'embedded.data-busy' : 'embedded.start-failed',
    'unavailable',
    `PostgreSQL did not start on ${dataDir}: ${failure}. ${advice}${output} (all of it: ${dataDir}.log)`,
    { context: { dataDir } },
  );
}

/** Opens the log to append; `newText` reads what came since. One grown over 5 MB begins anew. */
function openLog(path: string, account: ServerAccount | null): { file: number; newText: () => string } {
  const file = openSync(path, 'a', 0o600);
  if (account) fchownSync(file, account.uid, account.gid);
  if (statSync(path).size > logLimitBytes) truncateSync(path);
  const from = statSync(path).size;
  return { file, newText: () => readFileSync(path).subarray(from).toString('utf8') };
}
