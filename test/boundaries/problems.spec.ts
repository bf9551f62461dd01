import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../src/platform/files/project-folder.js';

const source = join(projectFolder, 'src');

/** Every code of a refusal that the program may give: `introductions.asked-already`. */
const given = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('spec.'))
    .flatMap((name) => codesIn(readFileSync(join(source, name), 'utf8'))),
);

const words = JSON.parse(readFileSync(join(projectFolder, 'web/locales/it/problems.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const worded = Object.entries(words).flatMap(([feature, names]) =>
  Object.keys(names).map((name) => `${feature}.${name}`),
);

/** What people meet while they do what these are for; not what only a wrong file or page of ours can cause, nor a field. */
const forPeople = [
  'introductions',
  'organisations',
  'ideas',
  'federation',
  'digests',
  'webhooks',
  'consortia',
];
const asTheyAre = [
  'consortia.bad-cue-file',
  'consortia.bad-programme-facts',
  'consortia.agree-first',
  'consortia.no-such-clusters',
  'organisations.bad-line',
  'organisations.note-of-another',
];

function codesIn(text: string): string[] {
  return [...text.matchAll(/new AppError\(\s*'([a-z-]+\.[a-z-]+)'/g)].map(([, code]) => code ?? '');
}

describe('what is refused', () => {
  it('is said in words of the pages, in every language, wherever people meet it', () => {
    const met = [...given].filter((code) => forPeople.includes(code.split('.')[0] ?? ''));
    expect(met.length).toBeGreaterThan(50);
    expect(met.filter((code) => !worded.includes(code) && !asTheyAre.includes(code))).toEqual([]);
  });

  it('has no words for what nobody refuses any more', () => {
    expect(worded.filter((code) => !given.has(code))).toEqual([]);
  });
});
