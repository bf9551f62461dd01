import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { ConnectionSettings } from '../../src/platform/database/connection-settings.js';

/** One line that embedded-process.ts printed; each has some of these. */
export interface Line {
  readonly open?: {
    readonly owner: ConnectionSettings;
    readonly app: ConnectionSettings;
    readonly firstStart: boolean;
    readonly attached: boolean;
    readonly serviceAddress: string | null;
  };
  readonly row?: Record<string, unknown> | null;
  readonly log?: string;
  readonly error?: string;
  readonly message?: string;
  readonly lost?: string;
  readonly closed?: boolean;
}

export interface RunOptions {
  /** root of the checkout to run; default: this one */
  readonly checkout?: string;
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const limitMs = 30_000;
const started = new Set<EmbeddedRun>();

/** A process of embedded-process.ts, its lines as they come. */
export class EmbeddedRun {
  readonly child: ChildProcess;
  readonly lines: Line[] = [];
  #rest = '';
  #errors = '';

  constructor(args: readonly string[], options: RunOptions = {}) {
    const root = options.checkout ?? checkout;
    const script = ['--import', './scripts/typescript.mjs', 'test/faults/embedded-process.ts'];
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script, ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', PWD: root },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...options.account,
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
    started.add(this);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The first line that fits, now or later. */
  async line<K extends keyof Line>(key: K, fits: (value: NonNullable<Line[K]>) => boolean = () => true) {
    const found = (): NonNullable<Line[K]> | undefined =>
      this.lines
        .map((line) => line[key])
        .find((value): value is NonNullable<Line[K]> => value !== undefined && value !== null && fits(value));
    await until(`a line with "${key}"`, () => found() !== undefined || this.hasEnded, this);
    const value = found();
    if (value === undefined) throw new Error(`ended without a line with "${key}": ${this.said()}`);
    return value;
  }

  /** Exit code, or the name of the signal that ended it. */
  async end(): Promise<number | string | null> {
    await until('the end', () => this.hasEnded, this);
    return this.child.exitCode ?? this.child.signalCode;
  }

  async kill(signal: NodeJS.Signals): Promise<number | string | null> {
    if (!this.hasEnded) this.child.kill(signal);
    return this.end();
  }

  said(): string {
    return `${JSON.stringify(this.lines)} ${this.#errors}`;
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split('\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.lines.push(JSON.parse(part) as Line);
  }
}

/** Kills what a failed test has left running. */
export async function endAllRuns(): Promise<void> {
  for (const run of started) {
    if (run.hasEnded) continue;
    run.child.kill('SIGKILL');
    await once(run.child, 'exit');
  }
  started.clear();
}

/** Polls for a state, with a deadline. */
export async function until(what: string, holds: () => boolean, run?: EmbeddedRun): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}: ${run?.said() ?? ''}`);
    await pause(20);
  }
}
