import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';
import { throwAwayFolder } from './throw-away-folder.js';

const launcher = join(projectFolder, 'bin', 'tessera.mjs');

/** How long a start may take, first start and build included, in milliseconds. */
const startMs = 180_000;

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningService {
  /** `http://127.0.0.1:3007` */
  readonly address: string;
  readonly process: ChildProcess;
  /** what it printed so far */
  stderr(): string;
  /** SIGTERM, and wait */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is closed */
  kill(): Promise<void>;
}

/** A data folder of one test file, which the database's own user can reach too. */
export async function temporaryData(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(throwAwayFolder(), 'tessera-e2e-'));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Ends what a test file started, as far as it came. */
export async function stopAndRemove(
  service: RunningService | undefined,
  data: Awaited<ReturnType<typeof temporaryData>>,
): Promise<void> {
  await service?.stop();
  await data.remove();
}

type Environment = Readonly<Record<string, string>>;

function environmentWith(environment: Environment): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _jestOptions, ...own } = process.env;
  return { ...own, ...environment };
}

/** Starts the built service as a newcomer would, on a free port, and waits for the address it prints. */
export async function startService(
  environment: Environment,
  args: readonly string[] = [],
): Promise<RunningService> {
  const child = spawn(process.execPath, [launcher, 'start', ...args], {
    env: environmentWith({ PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await printed(output, /running at (http:\S+)/, exited);
  return {
    address,
    process: child,
    stderr: () => output.stderr,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs one terminal command to its end. */
export async function tessera(args: readonly string[], environment: Environment): Promise<Finished> {
  const child = spawn(process.execPath, [launcher, ...args], {
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: output.stdout, stderr: output.stderr };
}

interface Output {
  stdout: string;
  stderr: string;
}

function collect(child: ChildProcess): Output {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return output;
}

async function printed(output: Output, pattern: RegExp, exited: Promise<number | null>): Promise<string> {
  let code: number | null | undefined;
  void exited.then((ended) => (code = ended));
  const deadline = Date.now() + startMs;
  while (Date.now() < deadline) {
    const found = pattern.exec(output.stdout)?.[1];
    if (found !== undefined) return found;
    if (code !== undefined)
      throw new Error(`the service ended with ${code}:\n${output.stdout}${output.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the service printed no address in ${startMs / 1000} s:\n${output.stdout}${output.stderr}`);
}
