import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { PlantedFile } from './planted.js';
import { packages, plantedFiles } from './planted.js';

const repository = resolve(import.meta.dirname, '../..');

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function source({ imports }: PlantedFile): string {
  const lines = imports.map((specifier, index) =>
    specifier.startsWith('type:')
      ? `import type * as used${index} from '${specifier.slice('type:'.length)}';\nexport type Used${index} = typeof used${index};`
      : `import * as used${index} from '${specifier}';\nexport const kept${index} = used${index};`,
  );
  return [...lines, 'export const own = 1;', ''].join('\n');
}

function plant(root: string): void {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const manifest = {
    name: 'planted',
    type: 'module',
    dependencies: versions(packages.dependencies),
    devDependencies: versions(packages.devDependencies),
  };
  write(root, 'package.json', JSON.stringify(manifest));
  for (const name of [...packages.dependencies, ...packages.devDependencies, ...packages.undeclared]) {
    write(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(root, `node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  for (const file of plantedFiles) write(root, file.path, source(file));
}

/** What `npm run check` would say of the tree: the same program, the same rules. */
function cruise(root: string): Promise<Report> {
  const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(repository, '.dependency-cruiser.mjs');
  const folders = ['src', 'migrations', 'web', 'test'];
  const args = [program, '--config', rules, '--output-type', 'json', ...folders];
  return new Promise((resolveReport, reject) => {
    // violations make the exit code other than 0; the report is on standard output all the same
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      try {
        resolveReport(JSON.parse(stdout) as Report);
      } catch {
        reject(error ?? new Error(stderr));
      }
    });
  });
}

describe('boundaries', () => {
  const root = mkdtempSync(join(tmpdir(), 'tessera-boundaries-'));
  let report: Report;

  beforeAll(async () => {
    plant(root);
    report = await cruise(root);
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const rulesBrokenBy = (path: string) =>
    report.summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name);

  it.each(plantedFiles.filter(({ breaks }) => breaks !== undefined))(
    '$breaks catches $path importing $imports',
    ({ path, breaks }) => {
      expect(rulesBrokenBy(path)).toContain(breaks);
    },
  );

  it.each(plantedFiles.filter(({ breaks }) => breaks === undefined))(
    'nothing objects to $path',
    ({ path }) => {
      expect(rulesBrokenBy(path)).toEqual([]);
    },
  );

  it('has seen every rule fail', () => {
    const planted = new Set(plantedFiles.map(({ breaks }) => breaks));
    const unseen = report.summary.ruleSetUsed.forbidden
      .map(({ name }) => name)
      .filter((name) => !planted.has(name));
    expect(unseen).toEqual([]);
  });
});
