import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { neededRoles, type NeededRole } from '../../src/consortia/index.js';
import { readYaml } from '../../src/platform/yaml/yaml-value.js';
import { halves, type Half } from '../bilingual/read-profiles.js';

/** A real call and the partners that a person found it asks for. */
export interface JudgedNeeds {
  /** identifier */
  readonly topic: string;
  readonly half: Half;
  readonly asked: readonly NeededRole[];
  /** not wrong where drafted, not missed where not */
  readonly fitting: readonly NeededRole[];
}

const file = resolve(import.meta.dirname, '../../data/evaluation/needs.yaml');

/**
 * The judged calls of data/evaluation.
 *
 * @throws {TypeError} naming file, line and key
 */
export function readJudgedNeeds(): readonly JudgedNeeds[] {
  const text = readFileSync(file, 'utf8');
  const complain = ({ line, key, problem }: { line: number; key: string; problem: string }): TypeError =>
    new TypeError(`needs.yaml:${line}, ${key}: ${problem}`);
  return readYaml('needs.yaml', text, complain)
    .fields(['topics'])
    .need('topics')
    .list((entry) => {
      const of = entry.fields(['topic', 'half', 'asked', 'fitting', 'because']);
      of.need('because').text();
      return {
        topic: of.need('topic').text(),
        half: of.need('half').oneOf(halves),
        asked: of.need('asked').list((role) => role.oneOf(neededRoles)),
        fitting: of.need('fitting').list((role) => role.oneOf(neededRoles)),
      };
    });
}
