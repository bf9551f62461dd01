import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vectorsOf } from '../../../test/support/eligibility-vectors.js';
import { checkEligibility, type Result } from '../../eligibility/index.js';
import { loadRulebook, rulesFolder } from './load-rulebook.js';

describe('a folder of rules', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-rules-'));
    await cp(rulesFolder, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const edit = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    await writeFile(join(folder, file), edited);
  };
  const resultOf = (id: string): Result => {
    const vector = vectorsOf('E').find((one) => one.id === id);
    if (vector === undefined) throw new Error(`no vector ${id}`);
    return checkEligibility(loadRulebook(folder).book, vector.consortium).result;
  };

  it('E-02: changes a result by an edit, without a release', async () => {
    expect(resultOf('E09')).toBe('pass');
    await edit('sets/vinnovate.yaml', /(id: two-regions[\s\S]*?count: )2/, '$13');
    expect(resultOf('E09')).toBe('fail');
  });

  it('B-27: takes a new rule set as a new file', async () => {
    await writeFile(
      join(folder, 'sets', 'regional.yaml'),
      `id: regional
name: { en: A regional call, it: Un bando regionale }
version: '2026'
from: 2026-01-01
source: service
include: [entities]
rules:
  - id: one-lombard
    severity: hard
    text: { en: One is in Lombardy., it: Uno è in Lombardia. }
    source: service
    check: { atLeast: { count: 1, scope: beneficiaries, where: { regionList: lombardy } } }
`,
    );
    const vector = vectorsOf('E').find(({ id }) => id === 'E09');
    const consortium = { ...vector!.consortium, ruleSet: 'regional' };
    expect(checkEligibility(loadRulebook(folder).book, consortium).result).toBe('pass');
  });

  it('lets a reported edition unsettle the rules it could change', async () => {
    await edit('sets/horizon-ria.yaml', 'affects: []', 'affects: [standard-three]');
    expect(resultOf('E01')).toBe('needs-review');
  });

  it.each([
    [
      'a scope that is none',
      'scope: beneficiaries',
      'scope: beneficiary',
      /standard-three\.yaml:\d+:\d+ rules\[0\]\.check\.atLeast\.scope: 'beneficiary' is none of/,
    ],
    [
      'a claim that is none',
      'claim: in-member-state-or-associated',
      'claim: in-europe',
      /rules\[0\]\.check\.atLeast\.where\.claim: no claim of that name/,
    ],
    [
      'a source that is none',
      'source: annex-b',
      'source: hearsay',
      /rules\[0\]\.source: no source 'hearsay'/,
    ],
    ['a key that is none', 'severity: hard', 'gravity: hard', /rules\[0\]\.gravity: unknown key/],
    [
      'a count that is none',
      'count: 3',
      'count: three',
      /rules\[0\]\.check\.atLeast\.count: expected a whole number/,
    ],
    [
      'a text in one language',
      /\n +it: >-\n(?: {8}.*\n)+/,
      '\n',
      /rules\[0\]\.text: the key 'it' is missing/,
    ],
    ['broken YAML', 'rules:', 'rules: [', /standard-three\.yaml:\d+:\d+ yaml: /],
  ])('names file, line and key of %s', async (_what, from, to, message) => {
    await edit('shared/standard-three.yaml', from, to);
    expect(() => loadRulebook(folder)).toThrow(message);
  });

  it.each([
    [
      'a country that is none',
      'countries: [AT, BE,',
      'countries: [AT, XX,',
      /terms\.yaml:\d+:\d+ countryLists\[0\]\.countries\[1\]: 'XX' is not/,
    ],
    [
      'a country as Brussels writes it',
      'countries: [AT, BE,',
      'countries: [EL, BE,',
      /'EL' is not an ISO 3166-1/,
    ],
  ])('names file, line and key of %s in a list', async (_what, from, to, message) => {
    await edit(
      'terms.yaml',
      new RegExp(from.replace('[', String.raw`\[`).replaceAll(' ', String.raw`\s*`)),
      to,
    );
    expect(() => loadRulebook(folder)).toThrow(message);
  });
});
