import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { openEmbeddedDatabase } from '../../../src/platform/embedded/embedded-database.js';
import { forgetTries } from '../../support/forget-tries.js';

const terminal = join(resolve(import.meta.dirname, '../../..'), 'bin/tessera.mjs');

/** How often processes are looked at, in milliseconds: a process that reads a file lives for some hundred. */
const lookEveryMs = 10;

/** The built service on a database of its own, API and worker in one, and what memory it and its children take. */
export class ServiceUnderWatch {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tessera-proof-'));
  #process: ChildProcess | undefined;
  #watch: NodeJS.Timeout | undefined;
  address = '';
  /** the most that a process reading a file had in memory, since it was last asked for, in bytes */
  #mostOfReader = 0;
  #before = 0;
  crashed = 0;

  async open(): Promise<void> {
    const service = spawn(process.execPath, [terminal, 'start'], {
      env: {
        ...process.env,
        LOG_LEVEL: 'error',
        DATABASE_URL: '',
        REDIS_URL: '',
        PORT: '0',
        TESSERA_DATA: this.#folder,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = service;
    service.once('exit', () => (this.crashed += 1));
    if (service.stdout === null) throw new Error('a process without an output');
    const lines = createInterface({ input: service.stdout });
    this.address = await new Promise<string>((found, reject) => {
      lines.on('line', (line) => {
        const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
        if (address !== undefined) found(address);
      });
      service.once('exit', () => reject(new Error('the service ended before it told its address')));
    });
    this.#watch = setInterval(() => this.#look(), lookEveryMs);
  }

  /** As {@link forgetTries}: a person may send few profiles an hour. */
  async forgetTries(): Promise<void> {
    const database = await openEmbeddedDatabase({
      dataDir: this.#folder,
      purpose: 'command',
      log: () => undefined,
    });
    await forgetTries(database.owner);
    await database.close();
  }

  /** Megabytes; of all readers since the last call. */
  takeMostOfReader(): number {
    const most = this.#mostOfReader;
    this.#mostOfReader = 0;
    return Math.round(most / 1024 / 1024);
  }

  /** Forgets what memory the service took to start. */
  forgetPeak(): void {
    const pid = this.#process?.pid ?? 0;
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    this.#before = peakBytes(pid);
  }

  /** How much more memory the service itself has had since, at most, in megabytes. */
  growth(): number {
    return Math.round((peakBytes(this.#process?.pid ?? 0) - this.#before) / 1024 / 1024);
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    const service = this.#process;
    if (service !== undefined && service.exitCode === null && service.signalCode === null) {
      const gone = new Promise((ended) => service.once('exit', ended));
      service.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #look(): void {
    for (const pid of childrenOf(this.#process?.pid ?? 0)) {
      if (!commandOf(pid).includes('parse-member-file')) continue;
      this.#mostOfReader = Math.max(this.#mostOfReader, peakBytes(pid));
    }
  }
}

function childrenOf(pid: number): number[] {
  return readOr('', () =>
    readdirSync(`/proc/${pid}/task`)
      .map((task) => readOr('', () => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')))
      .join(' '),
  )
    .split(' ')
    .map(Number)
    .filter((child) => child > 0);
}

const commandOf = (pid: number): string => readOr('', () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));

/** What the kernel says is the most it ever had resident. */
function peakBytes(pid: number): number {
  const status = readOr('', () => readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** A process may be gone before it is looked at. */
function readOr(otherwise: string, look: () => string): string {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
