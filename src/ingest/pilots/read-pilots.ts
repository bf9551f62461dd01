import type { OpportunityRecord } from '../../opportunities/index.js';
import { AppError } from '../../platform/errors/app-error.js';
import { readYaml, type YamlComplaint, type YamlValue } from '../../platform/yaml/yaml-value.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { type SourceFile, sourceFiles } from '../reading/source-file.js';
import { notTheData, tooLarge } from '../reading/unreadable-source.errors.js';
import { utf8Bytes } from '../reading/utf8-text.js';
import { readPilot } from './pilot.js';

/**
 * Pilots, demo-cases, funding windows and cascade calls of YAML files that people write: one file, or the `.yaml` files
 * of a folder. The form is documented at the top of `data/pilots/vanguard.yaml`.
 *
 * Strict: what is misspelt, of the wrong kind or said twice refuses all of it.
 *
 * @throws {AppError} `ingest.pilots-invalid`, naming file, line and key; `ingest.source-not-found`; those of `utf8Bytes`
 */
export async function readPilots(path: string, taxonomy: Taxonomy): Promise<readonly OpportunityRecord[]> {
  const files = await sourceFiles(path);
  return pilotsOf(path, files.length === 1 ? files : files.filter(({ name }) => isYaml(name)), taxonomy);
}

/** The same from files already found; `path` is what to call them in errors. */
export async function pilotsOf(
  path: string,
  files: readonly SourceFile[],
  taxonomy: Taxonomy,
): Promise<readonly OpportunityRecord[]> {
  if (!files.some(({ name }) => isYaml(name)))
    throw notTheData(path, 'no .yaml file', 'pilots or windows in YAML');
  const seen = new Map<string, string>();
  const records: OpportunityRecord[] = [];
  for (const file of files) {
    const form = readYaml(file.name, await textOf(file), pilotsInvalid).fields([
      'asOf',
      'phases',
      'opportunities',
    ]);
    const asOf = form.need('asOf').date();
    const phases = form.optional('phases', (value) => value.texts()) ?? [];
    form.need('opportunities').list((value) => {
      const record = readPilot(value, { asOf, phases, taxonomy });
      refuseTwice(value, record, seen, file.name);
      records.push(record);
    });
  }
  return records;
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

function refuseTwice(
  value: YamlValue,
  { identifier }: OpportunityRecord,
  seen: Map<string, string>,
  file: string,
): void {
  const key = identifier.toLowerCase();
  const first = seen.get(key);
  if (first !== undefined)
    value.fail(`'${identifier}' stands in ${first} already; an identifier stands once`);
  seen.set(key, file);
}

const largestBytes = 2_000_000;

async function textOf(file: SourceFile): Promise<string> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const bytes of utf8Bytes(file, 'a YAML file')) {
    total += bytes.length;
    if (total > largestBytes) throw tooLarge(file.name, '2 MB of YAML');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function pilotsInvalid({ file, line, key, problem }: YamlComplaint): AppError {
  return new AppError('ingest.pilots-invalid', 'invalid', `${file}, line ${line}, ${key}: ${problem}`, {
    context: { file, line, key },
  });
}
