/**
 * Makes dist/ of the sources when they have changed since the last time: the service of src/ and migrations/, and the
 * pages of web/. What has not changed is taken over as it is.
 *
 * dist/ is replaced as a whole: the build goes to a folder of its own and is renamed, so that what runs meanwhile,
 * or a build broken off, never leaves half of one. `node bin/build.mjs` builds in any case (`npm run build`).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stampFile = join(dist, '.built-from');
const lockFile = join(root, '.build-lock');

/** The compiled entry of the command line. */
export const entry = join(dist, 'src', 'cli.js');

/** A failure that is told in its own words, without a stack. */
export class BuildError extends Error {}

/** What dist/ consists of: each part is built again when what it is made of has changed. */
const parts = [
  {
    name: 'service',
    made: ['src', 'migrations'],
    settings: ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'],
    sources: ['src', 'migrations'],
    reads: (path) => /\.ts$/.test(path) && !/\.(spec|int-spec|contract)\.ts$/.test(path),
    build: (draft) => compile(draft),
  },
  {
    name: 'pages',
    made: ['web'],
    settings: ['package-lock.json', 'data/taxonomy/nuts.csv'],
    sources: ['web'],
    reads: (path) => /\.(ts|tsx|css|html|json|svg|mjs)$/.test(path) && !/\.spec\.tsx?$/.test(path),
    build: (draft) => run(join(root, 'bin', 'build-pages.mjs'), join(root, 'web'), join(draft, 'web')),
  },
];

/**
 * Makes sure that dist/ is there and is made of the sources as they are.
 *
 * An installation without sources (a container image) is taken as it is.
 */
export async function ensureBuilt() {
  if (!existsSync(join(root, 'src'))) {
    if (existsSync(entry)) return;
    throw new BuildError(`${dist} is missing, and there are no sources beside it to build it from.`);
  }
  if (isFresh(sourceHashes())) return;
  await whileLocked(async () => {
    const hashes = sourceHashes();
    if (!isFresh(hashes)) await build(hashes); // else another process has just done it
  });
}

function isFresh(hashes) {
  return existsSync(entry) && stale(hashes).length === 0;
}

/** The parts of dist/ that are not made of the sources as they are. */
function stale(hashes) {
  const stamp = readStamp();
  return parts.filter(
    ({ name, made }) =>
      stamp[name] !== hashes[name] || made.some((folder) => !existsSync(join(dist, folder))),
  );
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {}; // none, or one of an earlier kind
  }
}

/** One figure per part for everything it is made of; contents, not times, so that a fresh checkout of it is no change. */
function sourceHashes() {
  return Object.fromEntries(parts.map((part) => [part.name, hashOf(inputs(part))]));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function inputs({ settings, sources, reads }) {
  const found = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  return [...settings.filter((name) => existsSync(join(root, name))), ...found.filter(reads).sort()];
}

async function build(hashes, wanted = stale(hashes)) {
  const startedAt = performance.now();
  // As deep as dist/, so that the source maps still point right after the move.
  const draft = join(root, `.build-${process.pid}`);
  removeBrokenOff();
  process.stderr.write(`Building the ${wanted.map(({ name }) => name).join(' and the ')} …\n`);
  try {
    mkdirSync(draft);
    for (const part of parts) {
      if (wanted.includes(part)) await part.build(draft);
      else takeOver(part, draft);
    }
    writeFileSync(join(draft, '.built-from'), JSON.stringify(hashes));
    if (existsSync(dist)) renameSync(dist, `${draft}-old`);
    renameSync(draft, dist);
  } finally {
    for (const rest of [draft, `${draft}-old`]) rmSync(rest, { recursive: true, force: true });
  }
  process.stderr.write(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function takeOver({ made }, draft) {
  for (const folder of made) cpSync(join(dist, folder), join(draft, folder), { recursive: true });
}

/** What a build that was killed has left. */
function removeBrokenOff() {
  for (const name of readdirSync(root)) {
    if (/^\.build-\d+/.test(name)) rmSync(join(root, name), { recursive: true, force: true });
  }
}

async function compile(outDir) {
  const settings = `${basename(outDir)}.json`; // nest wants its path relative to the project
  const nest = createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  writeFileSync(
    join(root, settings),
    JSON.stringify({ extends: './tsconfig.build.json', compilerOptions: { outDir } }),
  );
  try {
    await run(nest, 'build', '--path', settings);
  } finally {
    rmSync(join(root, settings), { force: true });
  }
}

/** Runs a program of Node's to its end; what it says goes to standard error. */
async function run(...args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new BuildError('The build failed; what the compiler says is above.');
}

/**
 * Lets one process build at a time. The lock only saves work: two builds at once would both come out right, so one
 * left behind by a killed process is simply overruled.
 */
async function whileLocked(work) {
  for (let tries = 0; !tryLock(); tries += 1) {
    if (tries === 5) process.stderr.write('Waiting for another process that is building …\n');
    await pause(100);
  }
  const unlock = () => rmSync(lockFile, { force: true });
  process.once('exit', unlock);
  try {
    await work();
  } finally {
    unlock();
    process.off('exit', unlock);
  }
}

function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isHeld()) return false;
    rmSync(lockFile, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const ageMs = Date.now() - statSync(lockFile).mtimeMs;
    const pid = Number(readFileSync(lockFile, 'utf8'));
    if (pid === 0) return ageMs < 1_000; // just being written
    process.kill(pid, 0);
    return ageMs < 300_000; // its id may be another process's by now
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work`; on failure says why on standard error and leaves with exit code 1. */
export async function orExit(work) {
  try {
    await work();
  } catch (error) {
    const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code);
    if (!unwritable && !(error instanceof BuildError)) throw error;
    const why = unwritable
      ? `Tessera needs building, but ${error.path ?? root} cannot be written (${error.code}). ` +
        'Run "npm run build" as a user who may write there.'
      : error.message;
    process.stderr.write(`${why}\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await orExit(() => whileLocked(() => build(sourceHashes(), parts)));
}
