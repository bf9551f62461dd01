import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';

/** How many files the integration tests of the features are dealt to. */
const parts = 6;

/** Its tests declare jobs of their own, which a service in the same process would have to know. */
const platform = /^platform\//;

/**
 * Takes every sixth integration test of the features into one file of the run. Each file of a run loads the whole service anew,
 * some three seconds of processor time, which for seventy files is more than their tests take.
 *
 * @param part the first is 1
 */
export async function loadPart(part: number): Promise<void> {
  const specs = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.int-spec.ts') && !platform.test(path))
    .sort();
  for (const [index, path] of specs.entries())
    if (index % parts === part - 1) await import(join(projectFolder, 'src', path));
}
