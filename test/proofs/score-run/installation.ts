import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';

const repository = resolve(import.meta.dirname, '../../..');
const terminal = join(repository, 'bin/tessera.mjs');

/**
 * The built service with the demonstration set, on a database of its own: an API that does no work, workers that can
 * be killed, and the commands of the terminal.
 */
export class Installation {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tessera-proof-'));
  #api: ChildProcess | undefined;
  #database: { host: string; port: number } | undefined;

  async open(): Promise<void> {
    this.#api = spawn(process.execPath, [terminal, 'start', '--role', 'api'], {
      env: this.#environment({}),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await lineOf(this.#api, /http:\/\//);
    // PostgreSQL's own note: process, folder, start time, port, folder of the socket
    const note = readFileSync(join(this.#folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
    this.#database = { port: Number(note[3]), host: note[4] ?? '' };
  }

  /** A worker that takes jobs; resolves once it does. */
  async startWorker(): Promise<ChildProcess> {
    const worker = spawn(process.execPath, [terminal, 'start', '--role', 'worker'], {
      env: this.#environment({ DATABASE_URL: this.#databaseUrl() }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await lineOf(worker, /running/);
    return worker;
  }

  /** Standard output of a command of the terminal. */
  async command(...args: string[]): Promise<string> {
    const env = this.#environment({ DATABASE_URL: this.#databaseUrl() });
    return (await promisify(execFile)(process.execPath, [terminal, ...args], { env })).stdout;
  }

  /** As the owner, whom row-level security does not hold back. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#database, user: 'tessera_owner', database: 'tessera' });
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    await end(this.#api, 'SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    return {
      ...process.env,
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      REDIS_URL: '',
      PORT: '0',
      TESSERA_DATA: this.#folder,
      ...own,
    };
  }

  #databaseUrl(): string {
    const { host, port } = this.#database ?? { host: '', port: 0 };
    return `postgresql://tessera_app@localhost:${port}/tessera?host=${encodeURIComponent(host)}`;
  }
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolveGone) => child.once('exit', resolveGone));
  child.kill(signal);
  await gone;
}

async function lineOf(child: ChildProcess, wanted: RegExp): Promise<void> {
  if (child.stdout === null) throw new Error('a process without an output');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolveLine, reject) => {
    lines.on('line', (line) => wanted.test(line) && resolveLine());
    child.once('exit', () => reject(new Error(`the process ended without a line like ${wanted.source}`)));
  });
}
