import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../platform/files/project-folder.js';
import { readYaml, type YamlValue } from '../../platform/yaml/yaml-value.js';
import { badCueFile } from '../consortia.errors.js';
import { compileCue } from './cue.js';
import { compileCues, type NeedCues, type RoleCues } from './need-cues.js';
import { neededRoles, type NeededRole } from './needed-role.js';

/** Where the cues that ship with the service are. */
export const cueFile = join(projectFolder, 'data', 'needs', 'cues.yaml');

/**
 * Reads how calls ask for partners.
 *
 * @throws {AppError} `consortia.bad-cue-file` with file, line and key
 */
export function loadNeedCues(path: string = cueFile, text = readFileSync(path, 'utf8')): NeedCues {
  const file = readYaml(path, text, badCueFile);
  const top = file.fields(['setAside', 'priors', 'barred', 'roles']);
  const cues: NeedCues = {
    setAside: compileCues(phrases(top.need('setAside'))),
    priors: new Map(
      top
        .need('priors')
        .entries()
        .map(([action, roles]) => [action, readPriors(roles)]),
    ),
    barred: new Map(
      top
        .need('barred')
        .entries()
        .map(([action, roles]) => [action, new Set(roles.list((role) => role.oneOf(neededRoles)))]),
    ),
    roles: top.need('roles').list(readRole),
  };
  const missing = neededRoles.filter((role) => !cues.roles.some((one) => one.role === role));
  if (missing.length > 0) file.fail(`no cues for ${missing.join(', ')}`);
  return cues;
}

function readPriors(value: YamlValue): ReadonlyMap<NeededRole, number> {
  return new Map(
    value.entries().map(([name, weight]) => {
      const role = neededRoles.find((known) => known === name) ?? weight.fail(`'${name}' is no role`);
      return [role, weight.number(0, 2)];
    }),
  );
}

function readRole(value: YamlValue): RoleCues {
  const of = value.fields(['role', 'en', 'it', 'names', 'called', 'strong', 'weak']);
  const label = (language: 'en' | 'it'): string => of.need(language).fields(['label']).need('label').text();
  return {
    role: of.need('role').oneOf(neededRoles),
    label: { en: label('en'), it: label('it') },
    names: of.optional('names', (flag) => flag.flag()) ?? false,
    called: of.optional('called', (names) => names.texts().map(compileCue)) ?? [],
    strong: compileCues(phrases(of.need('strong'))),
    weak: compileCues(phrases(of.need('weak'))),
  };
}

function phrases(value: YamlValue): Record<'en' | 'it', readonly string[]> {
  const of = value.fields(['en', 'it']);
  return { en: of.need('en').texts(), it: of.need('it').texts() };
}
