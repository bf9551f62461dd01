import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Rulebook, Topic } from '../../eligibility/index.js';
import { projectFolder } from '../../platform/files/project-folder.js';
import { readYaml, type YamlValue } from '../../platform/yaml/yaml-value.js';
import { badRuleFile, unreadableFile } from './eligibility.errors.js';
import { readRuleSet, readSharedRules } from './read-rule-set.js';
import { readTerms } from './read-terms.js';
import { readConditions, readTopics } from './read-topics.js';

/** Where the rules that ship with the service are. */
export const rulesFolder = join(projectFolder, 'data', 'rules');

/** The rulebook, and what a file that describes a consortium may write for a programme part. */
export interface LoadedRules {
  readonly book: Rulebook;
  /** in lower case → code */
  readonly partAliases: ReadonlyMap<string, string>;
}

/**
 * Reads all rules of a folder: `terms.yaml`, `shared/`, `sets/`, `topics/`. A new rule set is a new file in `sets/`.
 *
 * @throws {AppError} `eligibility.bad-rule-file` with file, line, column and key; `eligibility.unreadable-file`
 */
export function loadRulebook(folder: string = rulesFolder): LoadedRules {
  const terms = readTerms(open(join(folder, 'terms.yaml')));
  const shared = new Map(
    yamlFiles(join(folder, 'shared')).map((file) => [
      file.name.replace(/\.yaml$/, ''),
      readSharedRules(open(file.path), terms),
    ]),
  );
  const ruleSets = yamlFiles(join(folder, 'sets')).map(({ path }) => readRuleSet(open(path), terms, shared));
  const ids = new Set(ruleSets.map(({ id }) => id));
  const conditions = readConditions(open(join(folder, 'topics', 'conditions.yaml')), terms);
  const topics = yamlFiles(join(folder, 'topics'))
    .filter(({ name }) => name !== 'conditions.yaml')
    .flatMap(({ path }) => readTopics(open(path), terms, ids, conditions));
  return {
    book: {
      ruleSets,
      countryLists: terms.lists.countries,
      regionLists: terms.lists.regions,
      facts: terms.lists.facts,
      partGroups: terms.lists.partGroups,
      topics: new Map(topics.map((topic): [string, Topic] => [topic.id.toLowerCase(), topic])),
    },
    partAliases: terms.partAliases,
  };
}

function open(path: string): YamlValue {
  return readYaml(path, text(path), badRuleFile);
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw unreadableFile(path, 'cannot be read; the rules need it', cause);
  }
}

function yamlFiles(folder: string): readonly { readonly name: string; readonly path: string }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => ({ name, path: join(folder, name) }));
  } catch (cause) {
    throw unreadableFile(folder, 'cannot be read; the rules need it', cause);
  }
}
