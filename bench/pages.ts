/**
 * P-03, what people wait for: each page's requests, made together as the page makes them, against the real service with 800
 * members, 600 calls and 50 people at once, each with a session, who look at a page before they ask for the next.
 *
 * All data are invented. A page's time is that of its slowest request; frame, scripts and styles are asked for once by each.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { demoPassword } from '../src/app/demo/demo-people.js';
import type { Bench } from './bench.js';
import { callFile, memberFile, nameOf } from './pages/invented-cluster.js';
import { measureVisits } from './pages/measure-visits.js';
import { signIn, type Visitor } from './pages/visitor.js';

const launcher = join(resolve(import.meta.dirname, '..'), 'bin', 'tessera.mjs');
const password = 'four lamps and a kite';

/** Accounts of members, of as many organisations: making one takes seconds, so several people share one. */
const editors = 8;
/** People at once: 15 of the cluster's staff, 35 of members. */
const people = { officer: 15, editor: 35 } as const;

export const bench: Bench = async (report) => {
  const data = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  chmodSync(data, 0o755);
  const environment = { ...process.env, TESSERA_DATA: data, DATABASE_URL: '', REDIS_URL: '', PORT: '0' };
  const service = spawn(process.execPath, [launcher, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => service.once('exit', done));
  try {
    const address = await printedAddress(service);
    fill(data, environment);
    await measureVisits({ service: service.pid, ...(await visitors(address)) }, report);
  } finally {
    service.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** An invented cluster's members and calls beside the demonstration set, people of eight members, and their lists. */
function fill(data: string, environment: NodeJS.ProcessEnv): void {
  const tessera = (args: readonly string[], input = ''): string =>
    execFileSync(process.execPath, [launcher, ...args], { env: environment, input, encoding: 'utf8' });
  writeFileSync(join(data, 'members.csv'), memberFile());
  writeFileSync(join(data, 'calls.yaml'), callFile());
  tessera(['import', 'members', join(data, 'members.csv'), '--cluster', 'afil']);
  tessera(['import', 'pilots', join(data, 'calls.yaml')]);
  const create = ['user', 'create', '--password-stdin', '--language', 'it', '--name', 'Somebody'];
  for (let at = 0; at < editors; at += 1)
    tessera([...create, emailOf(at), '--role', 'editor', '--organisation', nameOf(7 + at * 31)], password);
  tessera(['score', '--wait']);
}

const emailOf = (at: number): string => `editor-${at}@bench.example`;

/** Everybody has a session of their own. */
async function visitors(address: string): Promise<{ officers: Visitor[]; editors: Visitor[] }> {
  const officers: Visitor[] = [];
  const members: Visitor[] = [];
  for (let at = 0; at < people.officer; at += 1)
    officers.push(await signIn(address, 'officer@afil.example', demoPassword));
  for (let at = 0; at < people.editor; at += 1)
    members.push(await signIn(address, emailOf(at % editors), password));
  return { officers, editors: members };
}

async function printedAddress(service: ChildProcess): Promise<string> {
  if (!service.stdout) throw new Error('the service has no output');
  for await (const line of createInterface({ input: service.stdout })) {
    const address = /running at (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the service ended before it printed its address');
}
