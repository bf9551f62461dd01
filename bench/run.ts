/**
 * `npm run --silent bench -- [name…] [--json]`: runs bench/<name>.ts (all without a name), prints a row per figure:
 * name, value, unit, peer, ratio (value to the peer's), load (of the last minute when the bench began).
 *
 * Each bench has a process of its own, so that none is measured in the memory of another.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from './bench.js';

const folder = new URL('./', import.meta.url);
const notBenches = ['run.ts', 'bench.ts'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    here: { type: 'boolean', default: false },
  },
});

function benchNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !notBenches.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

function printFigure(figure: Figure, load: string): void {
  const { name, value, unit, peer } = figure;
  const ratio = peer === undefined ? null : value / peer.value;
  if (options.json) {
    console.log(JSON.stringify({ name, value, unit, peer: peer ?? null, ratio, load }));
    return;
  }
  const beside = peer === undefined ? '' : `${short(peer.value)} ${unit} (${peer.name})`;
  const cells = [name.padEnd(64), `${short(value)} ${unit}`.padEnd(16), beside.padEnd(32)];
  console.log([...cells, ratio === null ? ''.padEnd(8) : short(ratio).padEnd(8), `load ${load}`].join(' '));
}

/** Four figures are enough to compare by. */
function short(value: number): string {
  return Math.abs(value) >= 1_000
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(4)));
}

/** Runs one bench in this process. */
async function runHere(name: string): Promise<void> {
  const load = `${(loadavg()[0] ?? 0).toFixed(2)}/${availableParallelism()}`;
  const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as { bench?: Bench };
  if (bench === undefined) throw new TypeError(`bench/${name}.ts exports no 'bench' (see bench/bench.ts)`);
  const outcome = await bench((figure) => printFigure({ ...figure, name: `${name}: ${figure.name}` }, load));
  if (outcome !== undefined) console.error(`${name}: skipped, ${outcome.skipped}`);
}

/** Runs one bench in a process of its own and says whether it ended well. */
function runApart(name: string): boolean {
  const flags = ['--here', ...(options.json ? ['--json'] : [])];
  const argv = [...process.execArgv, fileURLToPath(import.meta.url), name, ...flags];
  return spawnSync(process.execPath, argv, { stdio: 'inherit' }).status === 0;
}

const names = positionals.length > 0 ? positionals : benchNames();
const unknown = names.filter((name) => !existsSync(new URL(`${name}.ts`, folder)));

if (unknown.length > 0) {
  console.error(`bench: no bench/${unknown[0]}.ts; there are: ${benchNames().join(', ') || 'none yet'}`);
  process.exitCode = 1;
} else if (options.list) {
  console.log(names.join('\n'));
} else if (options.here) {
  for (const name of names) await runHere(name);
} else {
  const failed = names.filter((name) => !runApart(name));
  if (failed.length > 0) console.error(`bench: failed: ${failed.join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
