import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildCommandLine } from './command-line.js';
import { report, type Terminal } from './terminal.js';

const three = 'partners: [{ name: A, country: IT }, { name: B, country: FR }, { name: C, country: DE }]\n';

describe('the command eligibility', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-eligibility-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs it as src/cli.ts does. */
  async function run(text: string | Uint8Array, ...options: string[]) {
    const file = join(folder, 'consortium.yaml');
    await writeFile(file, text);
    return runOn(file, ...options);
  }

  async function runOn(file: string, ...options: string[]) {
    const [printed, noted]: [string[], string[]] = [[], []];
    const terminal: Terminal = {
      print: (line) => void printed.push(line),
      note: (line) => void noted.push(line),
      progress: () => undefined,
      settle: () => undefined,
    };
    let exitCode = 0;
    try {
      await buildCommandLine(terminal).parseAsync(['node', 'tessera', 'eligibility', file, ...options]);
    } catch (error) {
      exitCode = report(error, terminal);
    }
    return { exitCode, printed: printed.join('\n'), noted: noted.join('\n') };
  }

  it.each([
    ['pass', 'ruleSet: horizon-ria\ndate: 2026-11-21\n' + three],
    [
      'fail',
      'ruleSet: vinnovate\ndate: 2026-11-21\npartners: [{ name: A, country: IT, nuts: ITC4, sme: false }]',
    ],
    ['needs-review', 'topic: HORIZON-JU-CBE-2026-IA-01\ndate: 2026-11-21\n' + three],
  ])('ends with 0 where the answer is %s', async (result, text) => {
    const { exitCode, printed } = await run(text, '--json');
    expect(exitCode).toBe(0);
    const answer = JSON.parse(printed) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(['result', 'ruleSet', 'version', 'rules', 'advice', 'warnings']),
    );
    expect(answer['result']).toBe(result);
  });

  it('checks by the rules of the day it is told', async () => {
    const text = 'topic: HORIZON-CL4-2027-01-MAT-PROD-03\ndate: 2026-11-21\n' + three;
    const result = async (...options: string[]) =>
      JSON.parse((await run(text, '--json', ...options)).printed) as { result: string; date: string };
    expect(await result()).toMatchObject({ result: 'pass', date: '2026-11-21' });
    expect(await result('--as-of', '2027-02-02')).toMatchObject({ result: 'pass', date: '2027-02-02' });
    expect(await result('--as-of', '2027-02-03')).toMatchObject({ result: 'fail', date: '2027-02-03' });
  });

  it('prints what does not pass first, in the language asked for', async () => {
    const { printed } = await run('ruleSet: horizon-ria\n' + three.replace('IT', 'GB'), '--language', 'it');
    expect(printed.split('\n')[0]).toMatch(/^SUPERATO - horizon-ria 2025-12-11 - \d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['broken YAML', 'partners: [', /consortium\.yaml:1:12 yaml: /],
    ['an unknown key', 'ruleSet: cascade\nlead: A\n' + three, /consortium\.yaml:2:7 lead: unknown key/],
    ['nothing', '', /consortium\.yaml: is empty/],
    ['a huge file', `# ${'x'.repeat(1_000_000)}`, /consortium\.yaml: has 1000002 bytes; at most 1000000/],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), /consortium\.yaml: is not in UTF-8/],
  ])('ends with 1 and the place for %s', async (_what, text, message) => {
    const { exitCode, noted, printed } = await run(text);
    expect(exitCode).toBe(1);
    expect(noted).toMatch(message);
    expect(printed).toBe('');
  });

  it('ends with 1 for a file that is not there, a folder, and a day that is none', async () => {
    expect(await runOn(join(folder, 'none.yaml'))).toMatchObject({ exitCode: 1 });
    expect((await runOn(folder)).noted).toMatch(/is no file/);
    expect((await run(three, '--as-of', '2026-13-01')).noted).toMatch(/"2026-13-01" is not a date/);
    expect((await run('ruleSet: cascade\n' + three, '--rules', folder)).noted).toMatch(
      /terms\.yaml: cannot be read/,
    );
  });
});
