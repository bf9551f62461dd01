import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../platform/errors/app-error.js';
import { parseGlossary, type GlossaryPair } from '../ranking/index.js';
import { projectFolder } from '../platform/files/project-folder.js';

const fileName = join('data', 'taxonomy', 'glossary-it-en.csv');

/**
 * The Italian–English pairs that let a text in one language find one in the other.
 *
 * @throws {AppError} `glossary.bad-file`, naming file, line and value
 */
export function readGlossary(): readonly GlossaryPair[] {
  const { pairs, problems } = parseGlossary(readFileSync(join(projectFolder, fileName), 'utf8'));
  const first = problems[0];
  if (first)
    throw new AppError(
      'glossary.bad-file',
      'invalid',
      `${fileName}, line ${first.line}, "${first.value}": ${first.problem.replaceAll('-', ' ')}`,
    );
  return pairs;
}
