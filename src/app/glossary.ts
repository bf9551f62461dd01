import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../platform/errors/app-error.js';
import { projectFolder } from '../platform/files/project-folder.js';
import { parseGlossary, parseSynonyms, type GlossaryPair, type GlossaryProblem } from '../ranking/index.js';

const folder = join('data', 'taxonomy');

/**
 * The pairs that let a text find one that says the same in other words: Italian and English, and English words of
 * calls and of firms.
 *
 * @throws {AppError} `glossary.bad-file`, naming file, line and value
 */
export function readGlossary(): readonly GlossaryPair[] {
  return [...read('glossary-it-en.csv', parseGlossary), ...read('synonyms-en.csv', parseSynonyms)];
}

interface Parsed {
  readonly pairs: readonly GlossaryPair[];
  readonly problems: readonly GlossaryProblem[];
}

function read(name: string, parse: (csv: string) => Parsed): readonly GlossaryPair[] {
  const file = join(folder, name);
  const { pairs, problems } = parse(readFileSync(join(projectFolder, file), 'utf8'));
  const [first] = problems;
  if (first === undefined) return pairs;
  throw new AppError(
    'glossary.bad-file',
    'invalid',
    `${file}, line ${first.line}, "${first.value}": ${first.problem.replaceAll('-', ' ')}`,
  );
}
