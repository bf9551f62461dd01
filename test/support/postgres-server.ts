import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '../../src/platform/embedded/postgres-server.js';
import { startServer } from '../../src/platform/embedded/postgres-server.js';
import { ensureLogins } from '../../src/platform/embedded/server-logins.js';
import { isServerOf, readPostmasterNote } from '../../src/platform/embedded/postmaster.js';

/** Where the test run's server answers; databases on it are the test files' own. */
export interface TestServerAddress {
  readonly host: string;
  readonly port: number;
}

/** Nothing here outlives the run, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  shared_buffers: '128MB',
  autovacuum_naptime: '5s',
  log_checkpoints: 'off',
};

const prefix = 'tessera-test-';
let running: { readonly server: RunningServer; readonly folder: string } | null = null;

/** Starts one throw-away server for this test run and says where in `TESSERA_TEST_POSTGRES`. */
export async function startTestServer(): Promise<TestServerAddress> {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755); // run by root, the server is another user
  const server = await startServer({
    dataDir: join(folder, 'data'),
    socketDir: join(folder, 'socket'),
    binariesDir: folder,
    settings,
    throwAway: true,
  });
  running = { server, folder };
  const address = { host: server.socketDir, port: server.port };
  await ensureLogins(address);
  process.env['TESSERA_TEST_POSTGRES'] = JSON.stringify(address);
  return address;
}

export async function stopTestServer(): Promise<void> {
  if (!running) return;
  await running.server.stop();
  rmSync(running.folder, { recursive: true, force: true });
  running = null;
}

/** The address that the set-up left for the test files. */
export function testServerAddress(): TestServerAddress {
  const address = process.env['TESSERA_TEST_POSTGRES'];
  if (!address)
    throw new Error('TESSERA_TEST_POSTGRES is not set: run this file through Jest, which starts a server');
  return JSON.parse(address) as TestServerAddress;
}

/** Clears away what a killed test run left behind: its server still runs. Other living runs are left alone. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    try {
      const note = readPostmasterNote(join(folder, 'data'));
      if (note && isServerOf(join(folder, 'data'), note.pid)) process.kill(note.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
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
