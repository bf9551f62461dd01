import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { AppError } from '../errors/app-error.js';
import type { DataPlace } from './data-place.js';
import { isServerOf, readPostmasterNote } from './postmaster.js';
import { startServer } from './postgres-server.js';
import type { ServerAddress } from './server-logins.js';

export type ReachedServer = ServerAddress & { readonly pid: number };

/**
 * Everything acknowledged is on disk (PostgreSQL's defaults keep `fsync`, `full_page_writes` and
 * `synchronous_commit` on). The log gets no statements and no values, which may be personal.
 */
const settings = {
  shared_buffers: '256MB',
  maintenance_work_mem: '256MB',
  work_mem: '16MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  jit: 'off',
  // A killed service's last statements end too, instead of holding their locks.
  client_connection_check_interval: '1s',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** What is left of a killed server (its last back ends, a zombie) is gone within seconds. */
const leftoverLimitMs = 15_000;

/**
 * The server of these data: the one that runs (started by another process, or left over from a killed one), or a
 * new one.
 *
 * @throws {AppError} what `startServer` throws, `embedded.data-busy` only after 15 s
 */
export async function reachServer(place: DataPlace, log: (line: string) => void): Promise<ReachedServer> {
  const deadline = performance.now() + leftoverLimitMs;
  for (;;) {
    const running = await runningServer(place.postgresDir);
    if (running) return running;
    try {
      const { socketDir, port, pid } = await startServer({
        dataDir: place.postgresDir,
        socketDir: place.socketDir(),
        binariesDir: place.binariesDir,
        settings,
        log,
      });
      return { host: socketDir, port, pid };
    } catch (error) {
      const busy = error instanceof AppError && error.code === 'embedded.data-busy';
      if (!busy || performance.now() > deadline) throw error;
      await pause(200);
    }
  }
}

/** The server that runs on these data, once it is ready; `null` when none does, or it stops. */
async function runningServer(postgresDir: string): Promise<ReachedServer | null> {
  for (;;) {
    const note = readPostmasterNote(postgresDir);
    if (!note) return null;
    if (!isServerOf(postgresDir, note.pid)) {
      removeTemporarySocket(note.socketDir);
      return null;
    }
    if (note.ready) return { host: note.socketDir, port: note.port, pid: note.pid };
    await pause(20);
  }
}

/** A socket folder outside the data folder was made for one server, and is of no use to the next. */
export function removeTemporarySocket(socketDir: string): void {
  if (/^tessera-\w{6}$/.test(basename(socketDir))) rmSync(socketDir, { recursive: true, force: true });
}
