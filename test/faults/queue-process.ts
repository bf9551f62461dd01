import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that works on queues until it is killed. */
export interface QueueProcess {
  /** the lines it has printed so far */
  readonly lines: readonly string[];
  readonly ended: boolean;
  readonly pid: number | undefined;
  /** ends it, and waits until it has ended */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** tells it something that it lives on after */
  signal(signal: NodeJS.Signals): void;
}

const root = new URL('../../', import.meta.url);

/** Starts one of the scripts beside this file, with its settings on the command line. */
export function startQueueProcess(script: string, settings: object): QueueProcess {
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--import', './scripts/typescript.mjs'],
      ...[`test/faults/${script}`, JSON.stringify(settings)],
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    lines,
    get ended() {
      return hasEnded(child);
    },
    pid: child.pid,
    kill: (signal = 'SIGKILL') => kill(child, signal),
    signal: (signal) => void child.kill(signal),
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}
