/**
 * The service on real open data: import of CORDIS and of the portal's records, a full score run through the queue
 * (snapshot included) with the memory it took, and suggestions from a warm service over HTTP, ranked live and from the
 * stored lists.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { percentile, type Bench } from './bench.js';

const repository = resolve(import.meta.dirname, '..');
const shared = process.env['TESSERA_SHARED'] ?? resolve(repository, '..', 'shared');
const cordis = join(shared, 'data', 'cordis-horizon-europe');
const portal = join(shared, 'data', 'funding-tenders-portal', 'topics-open-forthcoming-2026.jsonl.gz');
const launcher = join(repository, 'bin', 'tessera.mjs');

/** The last day of the portal's records: that of the run, whose lists are stored. */
const asOf = '2026-07-24';
/** no list is stored for it */
const otherDay = '2026-07-23';
const questions = 300;
/** asked before anything is timed: opens the segments, warms the code */
const warmUp = 20;

export const bench: Bench = async (report) => {
  if (!existsSync(cordis)) return console.error(`skipped: no open data at ${cordis}`);
  const data = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  chmodSync(data, 0o755);
  const environment = {
    ...process.env,
    TESSERA_DATA: data,
    TESSERA_DEMO: 'off',
    DATABASE_URL: '',
    REDIS_URL: '',
  };
  const timed = (...args: string[]): { seconds: number; output: string } => {
    const startedAt = performance.now();
    const output = execFileSync(process.execPath, [launcher, ...args], {
      env: environment,
      encoding: 'utf8',
    });
    return { seconds: (performance.now() - startedAt) / 1000, output };
  };
  try {
    timed('migrate');
    report({
      name: 'import cordis, whole command',
      value: timed('import', 'cordis', cordis).seconds,
      unit: 's',
    });
    report({
      name: 'import portal, whole command',
      value: timed('import', 'portal', portal).seconds,
      unit: 's',
    });
    const run = await scored(environment);
    const { opportunities } = JSON.parse(run.output) as { opportunities: number };
    report({ name: 'score --wait, snapshot included', value: run.seconds, unit: 's' });
    report({ name: 'score --wait, memory at most', value: run.megabytes, unit: 'MB' });
    report({ name: 'opportunities scored', value: opportunities, unit: '' });
    await measureSuggestions(environment, report);
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** A run in a process whose memory is watched. */
async function scored(
  environment: NodeJS.ProcessEnv,
): Promise<{ seconds: number; megabytes: number; output: string }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [launcher, 'score', '--wait', '--as-of', asOf, '--json'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, residentMegabytes(child.pid))), 250);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  clearInterval(watch);
  if (code !== 0) throw new Error(`score --wait ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, megabytes, output };
}

/** 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(status)) return 0;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024;
}

async function measureSuggestions(
  environment: NodeJS.ProcessEnv,
  report: Parameters<Bench>[0],
): Promise<void> {
  const service = spawn(process.execPath, [launcher, 'start'], {
    env: { ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await printedAddress(service);
    const topics = await identifiers(address);
    const ask = async (place: number, day: string): Promise<number> => {
      const topic = topics[place % topics.length] ?? '';
      const startedAt = performance.now();
      const response = await fetch(
        `${address}/api/v1/opportunities/${encodeURIComponent(topic)}/suggestions?limit=20&asOf=${day}`,
      );
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${topic}: ${response.status}`);
      return performance.now() - startedAt;
    };
    for (const [how, day] of [
      ['ranked live', otherDay],
      ['from its stored list', asOf],
    ] as const) {
      for (let place = 0; place < warmUp; place += 1) await ask(place * 7, day);
      const times: number[] = [];
      for (let place = 0; place < questions; place += 1) times.push(await ask(place, day));
      for (const share of [0.5, 0.95, 0.99])
        report({
          name: `one suggest with 20 places and reasons, ${how}, p${100 * share}`,
          value: percentile(times, share),
          unit: 'ms',
        });
    }
  } finally {
    service.kill('SIGTERM');
    await new Promise((done) => service.once('exit', done));
  }
}

async function printedAddress(service: ChildProcess): Promise<string> {
  if (!service.stdout) throw new Error('the service has no output');
  for await (const line of createInterface({ input: service.stdout })) {
    const address = /running at (http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the service ended before it printed its address');
}

/** Every open or forthcoming topic, page by page. */
async function identifiers(address: string): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = null;
  do {
    const after: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
    const response = await fetch(`${address}/api/v1/opportunities?limit=100&asOf=${asOf}${after}`);
    const page = (await response.json()) as { items: { identifier: string }[]; next: string | null };
    found.push(...page.items.map(({ identifier }) => identifier));
    next = page.next;
  } while (next !== null);
  return found;
}
