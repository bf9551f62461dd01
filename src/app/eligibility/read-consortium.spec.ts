import { checkEligibility } from '../../eligibility/index.js';
import { loadRulebook } from './load-rulebook.js';
import { readConsortium } from './read-consortium.js';

const rules = loadRulebook();
const read = (text: string) => readConsortium('c.yaml', text, rules, '2026-11-22');
const three = 'partners: [{ name: A, country: IT }, { name: B, country: FR }, { name: C, country: DE }]\n';

describe('a described consortium', () => {
  it('is read with everything that can be stated', () => {
    expect(
      read(`
topic: horizon-cl4-2027-01-mat-prod-61
programmePart: cl4
date: 2026-11-21
deadline: 2027-02-02
partners:
  - name: Alfa
    pic: '999999999'
    country: Italia
    nuts: itc4c
    type: prc
    sme: true
    role: coordinator
    controlledBy: [Beta, Acme (CN), US, { name: Holding, country: UK }]
    budgetSharePercent: 40.5
    is: [public-procurer]
  - { name: Beta, country: UK, nuts: TLL14 }
  - { name: US, country: 'NO', pic: 999999998 }
`),
    ).toEqual({
      ruleSet: null,
      topic: 'horizon-cl4-2027-01-mat-prod-61',
      programmePart: 'CL4',
      deadline: '2027-02-02',
      date: '2026-11-21',
      partners: [
        {
          name: 'Alfa',
          pic: '999999999',
          country: 'IT',
          nuts: 'ITC4C',
          type: 'PRC',
          sme: true,
          role: 'coordinator',
          controlledBy: [
            { name: 'Beta', country: null },
            { name: 'Acme', country: 'CN' },
            { name: 'US', country: null },
            { name: 'Holding', country: 'GB' },
          ],
          budgetSharePercent: 40.5,
          facts: ['public-procurer'],
        },
        { ...unstated, name: 'Beta', country: 'GB', nuts: 'UKL14' },
        { ...unstated, name: 'US', country: 'NO', pic: '999999998' },
      ],
    });
  });

  it('is read as JSON too, with the date of today where none is stated', () => {
    const json = JSON.stringify(
      { ruleSet: 'horizon-ria', partners: [{ name: 'A', country: 'IT' }] },
      null,
      2,
    );
    expect(read(json)).toMatchObject({
      ruleSet: 'horizon-ria',
      date: '2026-11-22',
      partners: [{ name: 'A' }],
    });
  });

  it.each([
    [
      'broken YAML',
      'ruleSet: horizon-ria\npartners: [{ name: A',
      /^c\.yaml:2:21 yaml: Flow map in block collection must be sufficiently indented and end with a }$/,
    ],
    ['broken JSON', '{"ruleSet": "horizon-ria",\n "partners": [}', /^c\.yaml:2:15 yaml: /],
    [
      'an unknown key',
      'ruleset: horizon-ria\n' + three,
      /^c\.yaml:1:10 ruleset: unknown key; known here: ruleSet,/,
    ],
    [
      'an unknown key of a partner',
      'ruleSet: cascade\npartners:\n  - name: A\n    land: IT',
      /^c\.yaml:4:11 partners\[0\]\.land: unknown key/,
    ],
    [
      'an unknown rule set',
      'ruleSet: horizon-xyz\n' + three,
      /^c\.yaml:1:10 ruleSet: no rule set 'horizon-xyz'; known: cascade, /,
    ],
    ['neither rule set nor topic', three, /^c\.yaml:1:1 file: give 'ruleSet' or 'topic'/],
    [
      'no partners',
      'ruleSet: cascade\npartners: []',
      /^c\.yaml:2:11 partners: expected at least one partner/,
    ],
    [
      'partners that are no list',
      'ruleSet: cascade\npartners: none',
      /^c\.yaml:2:11 partners: expected a list/,
    ],
    [
      'a partner without name',
      'ruleSet: cascade\npartners:\n  - country: IT',
      /^c\.yaml:3:5 partners\[0\]: the key 'name' is missing/,
    ],
    ['a country that is none', of('country: ZZ'), /partners\[0\]\.country: 'ZZ' is no country/],
    ['a type that is none', of('country: IT, type: SRL'), /partners\[0\]\.type: 'SRL' is none of HES, REC/],
    [
      'a role that is none',
      of('country: IT, role: boss'),
      /partners\[0\]\.role: 'boss' is none of coordinator/,
    ],
    ['a place in another country', of('country: DE, nuts: ITC4'), /partners\[0\]\.nuts: 'ITC4' is not in DE/],
    ['a PIC of eight digits', of("country: IT, pic: '99999999'"), /partners\[0\]\.pic: '99999999' is no PIC/],
    ['a share above 100', of('country: IT, budgetSharePercent: 140'), /expected a number from 0 to 100/],
    ['a fact that is none', of('country: IT, is: [rich]'), /partners\[0\]\.is\[0\]: 'rich' is none of jrc/],
    ['yes for true', of('country: IT, sme: yes'), /partners\[0\]\.sme: expected true or false/],
    [
      'a part that is none',
      'ruleSet: horizon-ria\nprogrammePart: CL9\n' + three,
      /programmePart: 'CL9' is none of CL2/,
    ],
    [
      'a date that is none',
      'ruleSet: horizon-ria\ndate: 2026-02-30\n' + three,
      /^c\.yaml:2:7 date: the calendar has no 2026-02-30/,
    ],
    ['a key twice', 'ruleSet: cascade\nruleSet: cascade\n' + three, /^c\.yaml:2:1 yaml: .*unique/],
    [
      'an alias',
      'ruleSet: cascade\npartners: [&a { name: A, country: IT }, *a]',
      /partners\[1\]: expected keys and values/,
    ],
    ['nesting without end', 'partners: ' + '['.repeat(100_000), /yaml: lists or keys are nested too deeply/],
    [
      'more partners than any consortium has',
      `ruleSet: horizon-ria\npartners:\n${'  - { name: A, country: IT }\n'.repeat(501)}`,
      /partners: 501 partners; at most 500/,
    ],
  ])('is refused for %s', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('what is odd in a consortium', () => {
  const answer = (text: string) => checkEligibility(rules.book, read(text));
  const result = (text: string, id: string) => answer(text).rules.find((rule) => rule.id === id)?.result;

  it('is answered for a partner without country or type', () => {
    const said = answer('ruleSet: horizon-ria\n' + three.replace(']', ', { name: D }]'));
    expect(said.result).toBe('needs-review');
    expect(said.rules.find(({ id }) => id === 'country-stated')?.found.en).toBe('D (?)');
    expect(said.warnings.find(({ id }) => id === 'type-stated')?.concerned).toEqual([0, 1, 2, 3]);
  });

  it('counts one legal entity under two names once', () => {
    const text = `ruleSet: horizon-ria
partners:
  - { name: Alfa, country: IT, pic: '999999991' }
  - { name: Alfa Research, country: FR, pic: '999999991' }
  - { name: Beta, country: DE }
`;
    expect(result(text, 'one-entry-per-entity')).toBe('needs-review');
    expect(result(text, 'standard-three')).toBe('fail');
  });

  it('leaves a topic without rules held to a person, and neither passes nor fails it', () => {
    const said = answer('topic: HORIZON-EIC-2026-PATHFINDEROPEN-01\n' + three);
    expect(said).toMatchObject({
      result: 'needs-review',
      ruleSet: null,
      version: null,
      topic: 'HORIZON-EIC-2026-PATHFINDEROPEN-01',
    });
    expect(said.rules.map(({ id, result }) => [id, result])).toEqual([['topic-held', 'needs-review']]);
  });

  it.each([
    ['past its date', '2028-01-01'],
    ['before its date', '2023-01-01'],
  ])('decides nothing by a rule set %s, and says what its edition would say', (_, date) => {
    const said = answer(`ruleSet: horizon-ria\ndate: ${date}\n` + three);
    expect(said.result).toBe('needs-review');
    expect(said.rules.find(({ id }) => id === 'standard-three')?.found.en).toMatch(
      new RegExp(`by the edition of [-0-9]+, which is not in force on ${date}: pass$`),
    );
    // one partner alone would fail the rules in force
    const alone = 'partners: [{ name: A, country: IT }]\n';
    expect(answer('ruleSet: horizon-ria\n' + alone).result).toBe('fail');
    expect(answer(`ruleSet: horizon-ria\ndate: ${date}\n` + alone).result).toBe('needs-review');
  });

  it('checks a topic that nobody holds by the rule set that is named', () => {
    const said = answer('topic: HORIZON-CL4-2024-X-01\nruleSet: horizon-ria\n' + three);
    expect(said).toMatchObject({ result: 'needs-review', ruleSet: 'horizon-ria' });
    expect(said.rules.find(({ id }) => id === 'standard-three')?.result).toBe('pass');
  });
});

const unstated = {
  pic: null,
  nuts: null,
  type: null,
  sme: null,
  role: 'beneficiary',
  controlledBy: null,
  budgetSharePercent: null,
  facts: null,
};

function of(partner: string): string {
  return `ruleSet: horizon-ria\npartners:\n  - { name: A, ${partner} }\n`;
}
