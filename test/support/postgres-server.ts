import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { startServer, type RunningServer } from '../../src/platform/embedded/postgres-server.js';
import { isServerOf, readPostmasterNote } from '../../src/platform/embedded/postmaster.js';
import { ensureLogins } from '../../src/platform/embedded/server-logins.js';
import { throwAwayFolder } from './throw-away-folder.js';

/** Nothing here outlives the run, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  max_connections: '300',
  log_checkpoints: 'off',
};

const prefix = 'tessera-test-';
let running: { readonly server: RunningServer; readonly folder: string } | null = null;

/** Starts one throw-away server for this test run and leaves its address in `TESSERA_TEST_POSTGRES`. */
export async function startTestServer(): Promise<void> {
  removeAbandoned();
  const folder = mkdtempSync(join(throwAwayFolder(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755); // run by root, the server is another user
  const server = await startServer({
    dataDir: join(folder, 'data'),
    socketDir: join(folder, 'socket'),
    binariesDir: programsFolder(folder),
    settings,
    throwAway: true,
  });
  running = { server, folder };
  const address = { host: server.socketDir, port: server.port };
  await ensureLogins(address);
  process.env['TESSERA_TEST_POSTGRES'] = JSON.stringify(address);
}

export async function stopTestServer(): Promise<void> {
  if (!running) return;
  await running.server.stop();
  remove(running.folder);
  running = null;
}

/** Memory may be mounted so that nothing in it can be run. */
function programsFolder(folder: string): string {
  return join(tmpdir(), `${basename(folder)}-programs`);
}

function remove(folder: string): void {
  for (const one of [folder, programsFolder(folder)]) rmSync(one, { recursive: true, force: true });
}

/** Clears away what a killed test run left behind: its server still runs. Other living runs are left alone. */
function removeAbandoned(): void {
  for (const name of readdirSync(throwAwayFolder())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const folder = join(throwAwayFolder(), name);
    try {
      const dataDir = join(folder, 'data');
      const note = readPostmasterNote(dataDir);
      if (note && isServerOf(dataDir, note.pid)) process.kill(note.pid, 'SIGQUIT');
      remove(folder);
    } catch {
      // another user's, or another run is clearing it too
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
