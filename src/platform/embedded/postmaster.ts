import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a server wrote about itself into `postmaster.pid`; the process may be long gone. */
export interface PostmasterNote {
  readonly pid: number;
  readonly socketDir: string;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid` of a data folder; `null` where there is none, or one that is still being written. */
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

/** Whether a process is a living PostgreSQL server: neither gone, nor a zombie, nor a stranger under a reused id. */
export function isServerProcess(pid: number): boolean {
  const state = process.platform === 'linux' ? linuxProcess(pid) : otherProcess(pid);
  return state !== null && !state.zombie && state.command.includes('postgres');
}

interface ProcessState {
  readonly zombie: boolean;
  readonly command: string;
}

function linuxProcess(pid: number): ProcessState | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8'); // "123 (postgres) S 1 …"
    const end = stat.lastIndexOf(')');
    return { command: stat.slice(stat.indexOf('(') + 1, end), zombie: /^[ZX]/.test(stat.slice(end + 2)) };
  } catch {
    return null;
  }
}

function otherProcess(pid: number): ProcessState | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  if (status !== 0) return null;
  const [stat = '', ...command] = stdout.trim().split(/\s+/);
  return { zombie: stat.startsWith('Z'), command: command.join(' ') };
}
