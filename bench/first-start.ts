/**
 * From a clean clone, installed but not built, to ranked partners with reasons: build, embedded PostgreSQL,
 * demonstration set, first score run, first answer. Then once more on the same data.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Bench } from './bench.js';

const repository = resolve(import.meta.dirname, '..');
const question = resolve(repository, 'scripts/ask-for-suggestions.mjs');

export const bench: Bench = async (report) => {
  const scratch = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const clone = join(scratch, 'tessera');
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', repository, clone]);
    symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
    const first = await secondsToSuggestions(clone);
    report({ name: 'clean clone after npm ci to first suggestions', value: first, unit: 's' });
    const second = await secondsToSuggestions(clone);
    const peer = { name: 'first start', value: first };
    report({ name: 'second start to first suggestions', value: second, unit: 's', peer });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

/** Starts the service in that folder, asks it, stops it. */
async function secondsToSuggestions(folder: string): Promise<number> {
  const startedAt = performance.now();
  const service = spawn('npm', ['--silent', 'start'], {
    cwd: folder,
    env: { ...process.env, TESSERA_DATA: join(folder, '.data'), DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const address = await printedAddress(service);
    execFileSync(process.execPath, [question, address], { stdio: ['ignore', 'ignore', 'inherit'] });
    return (performance.now() - startedAt) / 1_000;
  } finally {
    await stop(service);
  }
}

async function printedAddress(service: ChildProcess): Promise<string> {
  if (service.stdout === null) throw new Error('the service has no output to read');
  for await (const line of createInterface({ input: service.stdout })) {
    const [address] = /http:\/\/[\w.:[\]]+:\d+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the service ended without printing an address');
}

async function stop(service: ChildProcess): Promise<void> {
  if (service.pid === undefined || service.exitCode !== null) return;
  const exit = new Promise((resolveExit) => service.once('exit', resolveExit));
  process.kill(-service.pid, 'SIGTERM');
  await exit;
}
