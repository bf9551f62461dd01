import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** A clock of Linux's process table ticks a hundred times a second. */
const ticks = 100;

/**
 * Seconds of processor time that a process and all that it started have used so far: how dear something is whoever else
 * uses the machine. Null where the system does not tell.
 */
export function cpuSeconds(pid: number | undefined): number | null {
  if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return null;
  const processes = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? [statOf(entry)] : []));
  const known = new Map(processes.flatMap((stat) => (stat ? [[stat.pid, stat]] : [])));
  const isOurs = (at: number): boolean => at === pid || (known.has(at) && isOurs(known.get(at)?.parent ?? 0));
  return [...known.values()].filter((stat) => isOurs(stat.pid)).reduce((sum, { used }) => sum + used, 0);
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** seconds, with those of its children that have ended */
  readonly used: number;
}

function statOf(entry: string): Stat | null {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const used = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid: Number(entry), parent: Number(fields[1]), used: used / ticks };
  } catch {
    return null; // it has ended meanwhile
  }
}
