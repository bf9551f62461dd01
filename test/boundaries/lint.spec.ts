import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** A text in the place of an existing file, since the rules go by place and by types. */
interface Planted {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  /** the rule that must object; absent: the text is in order */
  readonly breaks?: string;
}

const feature = 'src/organisations/organisation.ts';
const platform = 'src/platform/clock/clock.ts';
const core = 'src/ranking/model.ts';
const spec = 'src/organisations/organisation-view.spec.ts';
const store = `import type { EvidenceId } from './evidence.js';\n`;

const planted: readonly Planted[] = [
  {
    what: 'the clock',
    file: feature,
    text: 'export const now = new Date();',
    breaks: 'no-restricted-syntax',
  },
  {
    what: 'the clock',
    file: feature,
    text: 'export const now = Date.now();',
    breaks: 'no-restricted-syntax',
  },
  { what: 'a date from a text', file: feature, text: `export const day = new Date('2026-01-01');` },
  { what: 'the clock', file: platform, text: 'export const now = () => new Date();' },
  { what: 'the clock', file: spec, text: 'export const now = new Date();' },
  {
    what: 'chance',
    file: feature,
    text: 'export const dice = Math.random();',
    breaks: 'no-restricted-syntax',
  },
  {
    what: 'the environment',
    file: feature,
    text: `export const port = process.env['PORT'];`,
    breaks: 'no-restricted-syntax',
  },
  { what: 'a default export', file: platform, text: 'export default 1;', breaks: 'no-restricted-syntax' },
  {
    what: 'five parameters',
    file: feature,
    text: 'export function sum(a: number, b: number, c: number, d: number, e: number) { return a + b + c + d + e; }',
    breaks: 'no-restricted-syntax',
  },
  {
    what: 'a query outside a unit',
    file: feature,
    text: 'export const find = (dataSource: { query(sql: string): unknown }) => dataSource.query("select 1");',
    breaks: 'no-restricted-syntax',
  },
  {
    what: 'a timer in the core',
    file: core,
    text: 'export const t = performance.now();',
    breaks: 'no-restricted-globals',
  },
  {
    what: 'any',
    file: feature,
    text: 'export const thing: any = 1;',
    breaks: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'a promise nobody waits for',
    file: feature,
    text: 'export function go(): void { Promise.resolve(1); }',
    breaks: '@typescript-eslint/no-floating-promises',
  },
  {
    what: 'a promise as a callback that is not awaited',
    file: feature,
    text: 'export const run = (list: number[]) => list.forEach(async () => { await Promise.resolve(); });',
    breaks: '@typescript-eslint/no-misused-promises',
  },
  {
    what: 'a type imported as a value',
    file: feature,
    text: `import { EvidenceId } from './evidence.js';\nexport const of = (id: EvidenceId) => id;`,
    breaks: '@typescript-eslint/consistent-type-imports',
  },
  {
    what: 'an injected class imported as a type',
    file: feature,
    text: `${store}declare const Injectable: () => ClassDecorator;\n@Injectable()\nexport class A { constructor(private readonly id: EvidenceId) { void this.id; } }`,
    breaks: 'tessera/no-type-only-injection',
  },
  {
    what: 'an injected token typed by a type',
    file: feature,
    text: `${store}declare const Injectable: () => ClassDecorator;\ndeclare const Inject: (token: string) => ParameterDecorator;\n@Injectable()\nexport class A { constructor(@Inject('ID') private readonly id: EvidenceId) { void this.id; } }`,
  },
  {
    what: 'a console in a feature',
    file: feature,
    text: `console.log('here');`,
    breaks: 'no-console',
  },
];

/** ESLint in a process of its own: it loads as Node loads it, not as the test runner does. */
const linter = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const found = [];
  for (const { file, text } of JSON.parse(process.argv[1])) {
    const [{ messages }] = await eslint.lintText(text + '\\n', { filePath: file });
    found.push(messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  console.log(JSON.stringify(found));
`;

describe('lint', () => {
  let found: string[][];

  beforeAll(() => {
    const args = ['--input-type=module', '-e', linter, JSON.stringify(planted)];
    found = JSON.parse(
      execFileSync(process.execPath, args, { cwd: repository, encoding: 'utf8' }),
    ) as string[][];
  }, 120_000);

  it.each(planted.map((text, index) => ({ ...text, index })))(
    '$what in $file: $breaks',
    ({ index, breaks }) => {
      if (breaks === undefined) expect(found[index]).toEqual([]);
      else expect(found[index]).toContain(breaks);
    },
  );
});
