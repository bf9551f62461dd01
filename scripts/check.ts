/**
 * `npm run check [-- step…]`: everything that must hold before a change is merged, short of the tests.
 *
 * Runs every step even if an earlier one fails, prints each with its seconds and, where it failed, what it said.
 */
import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const typescript = ['--disable-warning=ExperimentalWarning', '--import', './scripts/typescript.mjs'] as const;

const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'web types', command: ['tsc', '--noEmit', '-p', 'web'] },
  {
    name: 'boundaries',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'src',
      'migrations',
      'web/src',
      'bench',
      'scripts',
      'test',
    ],
  },
  { name: 'openapi', command: ['node', ...typescript, 'scripts/openapi-drift.ts'] },
  { name: 'migrations', command: ['node', ...typescript, 'scripts/migration-drift.ts'] },
];

function run({ command: [program, ...args] }: Step): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString().trim() }));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `check: no step ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

const failed: string[] = [];
for (const step of steps.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const startedAt = performance.now();
  const { ok, output } = await run(step);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${seconds.padStart(6)} s`);
  if (!ok) {
    console.log(output);
    failed.push(step.name);
  }
}
if (failed.length > 0) console.log(`check failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
