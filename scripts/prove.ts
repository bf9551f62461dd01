/**
 * `npm run --silent prove -- ID…|--all [--full] [--seed N] [--json] [--list]`: runs the proofs of test/proofs/.
 *
 * Prints one line per proof: id, commit, versions, n, seed, seconds, result, worst, pass. Ends with exit code 0 only
 * if every proof that was asked for exists and passed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Finding, Proof } from '../test/proofs/proof.js';

const folder = new URL('../test/proofs/', import.meta.url);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});

async function proofs(): Promise<Proof[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.proof.ts'));
  const found = await Promise.all(
    files.map(async (file) => ((await import(new URL(file, folder).href)) as { proof: Proof }).proof),
  );
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

/** The commit that is proved; `+` where the tree holds changes beyond it. */
function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

/** The parts whose behaviour a proof rests on. */
function versions(): Record<string, string> {
  const manifest = (path: string) =>
    JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as { version: string };
  const installed = ['bullmq', 'typeorm', 'pg'].map(
    (name) => [name, manifest(`node_modules/${name}/package.json`).version] as const,
  );
  return {
    tessera: manifest('package.json').version,
    node: process.version,
    ...Object.fromEntries(installed),
  };
}

/** A proof that throws has not passed; what it threw is its worst case. */
async function finding(proof: Proof, seed: number): Promise<Finding> {
  const progress = (line: string) => process.stderr.write(`${proof.id}: ${line}\n`);
  try {
    return await (options.full ? proof.full : proof.quick)({ seed, progress });
  } catch (error) {
    const worst = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { n: 0, result: {}, worst, pass: false };
  }
}

interface Line extends Finding {
  readonly id: string;
  readonly commit: string;
  readonly versions: Record<string, string>;
  readonly seed: number;
  readonly seconds: number;
}

function print(line: Line): void {
  const { id, commit, versions, n, seed, seconds, result, worst, pass } = line;
  if (options.json) {
    console.log(JSON.stringify({ id, commit, versions, n, seed, seconds, result, worst, pass }));
    return;
  }
  const pairs = (record: object) => Object.entries(record).map(([name, value]) => `${name} ${value}`);
  console.log(
    [
      `${id} ${pass ? 'PASS' : 'FAIL'}`,
      `commit ${commit}`,
      `versions ${pairs(versions).join(' ')}`,
      `n ${n}`,
      `seed ${seed}`,
      `${seconds} s`,
      `result: ${pairs(result).join(', ') || 'none'}`,
      `worst: ${worst}`,
    ].join(' | '),
  );
}

async function prove(chosen: readonly Proof[]): Promise<boolean> {
  const about = { commit: commit(), versions: versions(), seed: Number(options.seed) };
  const failed: string[] = [];
  for (const proof of chosen) {
    const startedAt = performance.now();
    const found = await finding(proof, about.seed);
    print({
      id: proof.id,
      ...about,
      ...found,
      seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    });
    if (!found.pass) failed.push(`${proof.id} (${found.worst.split('\n')[0]})`);
  }
  // the last line of a long log says what to look at
  if (failed.length > 0) console.error(`prove: failed: ${failed.join('; ')}`);
  return failed.length === 0;
}

async function main(): Promise<boolean> {
  const existing = await proofs();
  if (options.list) {
    for (const { id, invariant } of existing) {
      console.log(options.json ? JSON.stringify({ id, invariant }) : `${id}  ${invariant}`);
    }
    return true;
  }
  const wanted = options.all ? existing.map(({ id }) => id) : positionals.map((id) => id.toUpperCase());
  const missing = wanted.filter((id) => !existing.some((proof) => proof.id === id));
  if (missing.length > 0 || wanted.length === 0) {
    const problem = missing.length > 0 ? `no proof ${missing.join(', ')}` : 'name a proof, or --all';
    console.error(`prove: ${problem}; there are: ${existing.map(({ id }) => id).join(', ') || 'none yet'}`);
    return false;
  }
  return prove(existing.filter(({ id }) => wanted.includes(id)));
}

process.exitCode = (await main()) ? 0 : 1;
