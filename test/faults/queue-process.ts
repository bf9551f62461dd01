import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

import type { ConnectionSettings } from '../../src/platform/database/connection-settings.js';

/** What a process of its own needs to take part in the work of a test. */
export interface QueueProcessSettings {
  readonly connection: ConnectionSettings;
  readonly redisUrl?: string | undefined;
  readonly environment?: string;
  /** what the process is to do; see queue-holder.ts and queue-worker.ts */
  readonly queue?: string;
  readonly lines?: readonly string[];
}

/** A process that works on queues until it is killed. */
export interface QueueProcess {
  /** the lines it has printed so far */
  readonly lines: readonly string[];
  kill(signal?: NodeJS.Signals): Promise<void>;
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
  return { lines, kill: (signal = 'SIGKILL') => kill(child, signal) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}
