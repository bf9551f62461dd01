import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { jest } from '@jest/globals';

import { canEnter } from '../../src/platform/embedded/server-account.js';
import { checkout } from './embedded-run.js';
import { skip } from './embedded-surroundings.js';

jest.setTimeout(120_000);

const daemon = { uid: 1, gid: 1 };
const cli = `
const [what = '', code = '0'] = process.argv.slice(2);
process.stdout.write(\`ran \${what}\\n\`);
if (what === 'wait') setInterval(() => undefined, 1_000);
process.exitCode = Number(code);
`;

let root: string;

/** A checkout of the launcher and the settings of the build, with a command line of a few lines. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tessera-launcher-'));
  chmodSync(root, 0o755);
  for (const name of [
    'bin',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
  ])
    cpSync(join(checkout, name), join(root, name), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  for (const name of ['src', 'migrations', 'web/src/places'])
    mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(root, 'web', 'index.html'), '<!doctype html><title>Pages of a few words</title>');
  writeFileSync(join(root, 'web', 'vite.config.mjs'), 'export default { root: import.meta.dirname };\n');
  writeFileSync(join(root, 'src', 'cli.ts'), cli);
  writeFileSync(join(root, 'migrations', 'first.ts'), 'export const first = 1;\n');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = (args: readonly string[], account: { uid?: number; gid?: number } = {}) =>
  spawn(process.execPath, [join(root, 'bin', 'tessera.mjs'), ...args], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });

async function tessera(args: readonly string[], account: { uid?: number; gid?: number } = {}) {
  const child = start(args, account);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: await ended };
}

const leftovers = (): string[] => readdirSync(root).filter((name) => name.startsWith('.build'));

it('builds once when several start at the same moment, on standard error only', async () => {
  const runs = await Promise.all(['a', 'b', 'c'].map((name) => tessera([name])));
  expect(runs.map(({ stdout, code }) => [stdout, code])).toEqual([
    ['ran a\n', 0],
    ['ran b\n', 0],
    ['ran c\n', 0],
  ]);
  expect(runs.filter(({ stderr }) => stderr.includes('Built in'))).toHaveLength(1);
  expect(leftovers()).toEqual([]);
});

it('does not build what is built, and passes arguments and the exit code on', async () => {
  expect(await tessera(['x', '3'])).toEqual({ stdout: 'ran x\n', stderr: '', code: 3 });
});

it('leaves the command its signals', async () => {
  const child = start(['wait']);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal)));
  child.stdout.once('data', () => child.kill('SIGINT'));
  expect(await ended).toBe('SIGINT');
});

it('builds again when a source has changed, and not for a test', async () => {
  writeFileSync(join(root, 'src', 'cli.spec.ts'), 'not even TypeScript');
  expect((await tessera(['x'])).stderr).toBe('');
  writeFileSync(join(root, 'src', 'cli.ts'), cli.replace('ran ', 'now ran '));
  const { stdout, stderr } = await tessera(['x']);
  expect(stdout).toBe('now ran x\n');
  expect(stderr).toContain('Built in');
});

it('says what the compiler says when it fails, runs nothing, and keeps the last build', async () => {
  const good = readFileSync(join(root, 'src', 'cli.ts'), 'utf8');
  writeFileSync(join(root, 'src', 'cli.ts'), `${good}\nconst wrong: number = 'text';\n`);
  const { stdout, stderr, code } = await tessera(['x']);
  expect([stdout, code]).toEqual(['', 1]);
  expect(stderr).toContain('TS2322');
  expect(stderr).not.toContain('    at '); // no stack of ours
  expect(leftovers()).toEqual([]);
  writeFileSync(join(root, 'src', 'cli.ts'), good);
  expect(await tessera(['x'])).toEqual({ stdout: 'now ran x\n', stderr: '', code: 0 });
});

it('says which folder it cannot write to when it has to build there', async () => {
  if (process.getuid?.() !== 0 || !canEnter(daemon, root)) return skip('only root can become another user');
  const stamp = join(root, 'dist', '.built-from');
  const hash = readFileSync(stamp, 'utf8');
  writeFileSync(stamp, 'of something else');
  const { stderr, code } = await tessera(['x'], daemon);
  writeFileSync(stamp, hash);
  expect(code).toBe(1);
  for (const part of [root, 'EACCES', 'npm run build']) expect(stderr).toContain(part);
});

it('runs without sources what was built elsewhere', async () => {
  for (const name of ['src', 'migrations']) rmSync(join(root, name), { recursive: true });
  expect(await tessera(['x'])).toEqual({ stdout: 'now ran x\n', stderr: '', code: 0 });
  rmSync(join(root, 'dist'), { recursive: true });
  const { stderr, code } = await tessera(['x']);
  expect(code).toBe(1);
  expect(stderr).toContain(join(root, 'dist'));
  expect(existsSync(join(root, 'dist'))).toBe(false);
});
