import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { projectFolder } from '../files/project-folder.js';

/** Work for a process of its own that must not hurt this one. */
export interface BoundedWork {
  /** the module to run, as it is called once compiled: `new URL('./parse.js', import.meta.url)` */
  readonly module: URL;
  /** an open file, handed over as number `contentFile` */
  readonly content: number;
  /** the first message the child gets */
  readonly request: object;
  /** what the child sends, in order */
  readonly onMessage: (message: unknown) => void;
  readonly heapMb: number;
  /** from start to end */
  readonly timeMs: number;
}

/** How a child ended: by itself, at its time limit, at its heap limit, or in any other way. */
export type BoundedEnd = 'done' | 'time' | 'memory' | 'crash';

/** Under which number the child finds the file it was given. */
export const contentFile = 4;

/** Below the service's own threads, so that requests go first. */
const niceness = 5;

/** While this is TypeScript, so is the child, and needs what reads it. */
const hooks = import.meta.url.endsWith('.ts')
  ? ['--disable-warning=ExperimentalWarning', '--import', join(projectFolder, 'scripts', 'typescript.mjs')]
  : [];

/**
 * Runs a module in a child process: with an empty environment (so no credentials), a limit on its heap and its time,
 * nothing to read but one open file, and nobody listening to its output. Whatever becomes of it, this process goes on.
 */
export function runBounded(work: BoundedWork): Promise<BoundedEnd> {
  const child = fork(modulePath(work.module), [], {
    execArgv: [...hooks, `--max-old-space-size=${work.heapMb}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', work.content],
  });
  return new Promise((resolve) => {
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, work.timeMs);
    const end = (how: BoundedEnd): void => {
      clearTimeout(clock);
      resolve(how);
    };
    let failed = false;
    child.on('message', (message) => {
      try {
        work.onMessage(message);
      } catch {
        failed = true; // the answer is not what was agreed: as good as a crash
        child.kill('SIGKILL');
      }
    });
    child.once('error', () => end('crash'));
    child.once('close', (code, signal) => {
      if (late) end('time');
      else if (signal === 'SIGABRT' || code === 128 + constants.signals.SIGABRT) end('memory');
      else end(code === 0 && !failed ? 'done' : 'crash');
    });
    if (child.pid !== undefined) lowerPriority(child.pid);
    child.send(work.request, () => undefined); // a child that is gone already says so by its end
  });
}

function modulePath(module: URL): string {
  const path = fileURLToPath(module);
  return hooks.length === 0 ? path : path.replace(/\.js$/, '.ts');
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // it has ended already
  }
}
