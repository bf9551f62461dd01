import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../platform/files/project-folder.js';
import type { DemoFiles } from './demo-set.js';
import { badDemoFile } from './demo-set.errors.js';
import type { DemoFile } from './demo-set.js';

/** The folder that ships with the program. */
export const demoFolder = join(projectFolder, 'data', 'demo');

/**
 * The files of the demonstration set, the organisations in order of their names.
 *
 * @throws {AppError} `demo.bad-file` for a file that is missing
 */
export function demoFiles(folder: string = demoFolder): DemoFiles {
  return {
    clusters: fileOf(folder, 'clusters.yaml'),
    organisations: organisationNames(folder).map((name) => fileOf(folder, join('organisations', name))),
    projects: fileOf(folder, 'projects.yaml'),
    topics: fileOf(folder, 'topics.yaml'),
  };
}

function organisationNames(folder: string): readonly string[] {
  try {
    const names = readdirSync(join(folder, 'organisations'));
    return names.filter((name) => name.endsWith('.yaml')).sort();
  } catch {
    throw badDemoFile({
      file: 'organisations/',
      line: 0,
      key: 'folder',
      problem: `cannot be read in ${folder}`,
    });
  }
}

function fileOf(folder: string, name: string): DemoFile {
  try {
    return { name, text: readFileSync(join(folder, name), 'utf8') };
  } catch {
    throw badDemoFile({ file: name, line: 0, key: 'file', problem: `cannot be read in ${folder}` });
  }
}
