import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a server wrote about itself into `postmaster.pid`; the process may be long gone. */
export interface PostmasterNote {
  readonly pid: number;
  readonly socketDir: string;
  readonly port: number;
  /** `false` while it starts, recovers or stops */
  readonly ready: boolean;
}

/** Reads `postmaster.pid` of a data folder; `null` where there is none, or one that is just being written. */
export function readPostmasterNote(dataDir: string): PostmasterNote | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return null;
  // Lines: pid, data folder, start, port, socket folder, address, shared memory key, status.
  return { pid, port: Number(lines[3] ?? 0), socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * Whether a process is the living server of a data folder: neither gone, nor a zombie, nor a stranger who got
 * its id since. The server's command line names its folder, and a zombie has none.
 */
export function isServerOf(dataDir: string, pid: number): boolean {
  return commandLine(pid).includes(` -D ${dataDir} `);
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

const stopLimitMs = 30_000;

/**
 * Stops the server of a data folder and waits until its process is gone.
 *
 * Asks for a fast stop (connections end, all is written); after 30 s for an immediate one, from which the next
 * start recovers. A server that is not there is stopped already.
 */
export async function stopPostmaster(dataDir: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isServerOf(dataDir, pid)) return;
    process.kill(pid, signal);
    const deadline = performance.now() + stopLimitMs;
    while (performance.now() < deadline) {
      if (!isServerOf(dataDir, pid)) return;
      await pause(10);
    }
  }
}
