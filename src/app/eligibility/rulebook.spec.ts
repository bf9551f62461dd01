import { parse } from 'csv-parse/sync';

import { sharedFile } from '../../../test/support/shared-data.js';
import { checkEligibility } from '../../eligibility/index.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { consortium } from '../../../test/support/eligibility-vectors.js';
import { answerAsText, toEligibilityJson } from './eligibility-answer.js';
import { loadRulebook } from './load-rulebook.js';

const { book } = loadRulebook();
const check = (against: string, ...partners: string[]) =>
  checkEligibility(book, consortium(against, partners));

describe('the rulebook that ships', () => {
  it('holds the 523 topics with their flags', () => {
    const topics = [...book.topics.values()].filter(({ id }) => id.startsWith('HORIZON-'));
    const count = (flag: string): number => topics.filter(({ flags }) => flags.includes(flag)).length;
    expect(topics).toHaveLength(523);
    expect({
      own: count('own-conditions'),
      china: count('china-control-excluded'),
      countries: count('country-restricted'),
      networks: count('network-supplier-restricted'),
      usa: count('us-entities-fundable'),
      cascade: count('financial-support-to-third-parties'),
    }).toEqual({ own: 393, china: 37, countries: 35, networks: 133, usa: 32, cascade: 83 });
  });

  it('holds conditions only of topics it holds', () => {
    const conditioned = [...book.topics.values()].filter(({ rules }) => rules.length > 0);
    expect(conditioned.length).toBeGreaterThan(25);
  });

  it('agrees with the lists of countries and regions of the taxonomy', () => {
    const { countrySets, regionSets } = loadTaxonomy();
    const taxonomy = (id: string) =>
      countrySets
        .get(id)
        .members.map(({ country }) => country)
        .sort();
    const confirmed = (id: string) => book.countryLists.get(id)?.members.map(({ country }) => country) ?? [];
    const reported = new Set(['MA', 'AU']);
    const outermost = new Set(['GP', 'MQ', 'GF', 'RE', 'YT', 'MF']);
    const rules = (id: string) =>
      confirmed(id)
        .filter((country) => !outermost.has(country))
        .sort();
    expect(rules('member-states')).toEqual(taxonomy('eu-member-states'));
    expect(rules('associated').filter((country) => !reported.has(country))).toEqual(
      taxonomy('horizon-associated'),
    );
    expect(rules('overseas-territories')).toEqual(taxonomy('overseas-countries-and-territories'));
    expect(rules('widening').filter((country) => !['MA', 'EG'].includes(country))).toEqual(
      taxonomy('widening-countries'),
    );
    const vinnovate = regionSets.get('vinnovate').regions.flatMap(({ codes }) => codes);
    expect([...(book.regionLists.get('vinnovate')?.codes ?? [])].sort()).toEqual([...vinnovate].sort());
  });
});

const reference = sharedFile('reference/countries.csv');

(reference === undefined ? describe.skip : describe)('the lists of countries', () => {
  it('are those of the General Annexes, but for what is reported since', () => {
    const rows: Record<string, string>[] = parse(reference ?? '', { columns: true });
    const annex = (status: string) =>
      rows.filter((row) => row['horizonEurope'] === status).map((row) => row['alpha2']);
    const beyond = (list: string, status: string) => {
      const held = book.countryLists.get(list)?.members.map(({ country }) => country) ?? [];
      expect(annex(status).filter((country) => !held.includes(country ?? ''))).toEqual([]);
      return held.filter((country) => !annex(status).includes(country)).sort();
    };
    expect(beyond('low-and-middle-income', 'low-middle-income')).toEqual(['EG']);
    expect(beyond('associated', 'associated')).toEqual(['AU', 'JP', 'MA']);
    expect(beyond('member-states', 'member-state')).toEqual(['GF', 'GP', 'MF', 'MQ', 'RE', 'YT']);
    expect(beyond('overseas-territories', 'oct')).toEqual(['BQ', 'TF']);
  });
});

describe('advice', () => {
  it('says how many to add, and what the check would then say', () => {
    const { advice } = check('horizon-ria CL4', 'IT', 'IT');
    expect(advice.map(({ rule, leadsTo, text }) => [rule, leadsTo, text.en.slice(0, 31)])).toEqual([
      ['standard-three', 'pass', 'Further beneficiaries to add: 2'],
    ]);
  });

  it('is not given where the change breaks another rule', () => {
    const six = ['IT', 'IT', 'IT', 'IT', 'IT', 'IT'];
    const told = check('HORIZON-CL4-2027-01-MAT-PROD-61', ...six);
    expect(told.rules.find(({ id }) => id === 'standard-three')?.result).toBe('fail');
    expect(told.advice).toEqual([]);
  });

  it('finds a place for the newcomer that the scheme admits', () => {
    const { advice } = check('vinnovate', 'IT/ITC4C PRC sme', 'IT/ITH55 REC');
    expect(advice).toMatchObject([{ rule: 'two-member-states', leadsTo: 'pass' }]);
  });

  it('leaves out whom nothing else can cure', () => {
    const { advice } = check('horizon-ria CL4', 'IT', 'FR', 'DE', 'RU assoc');
    expect(advice).toEqual([
      {
        rule: 'not-from-russia-or-belarus',
        leadsTo: 'pass',
        text: { en: 'Leave out P4 (RU).', it: 'Escludere P4 (RU).' },
      },
    ]);
  });

  it('looks for no partners where one applies alone', () => {
    expect(check('cascade', 'IT/ITC4C PRC sme')).toMatchObject({ advice: [], partnerSearch: false });
  });
});

describe('an answer', () => {
  it('names the rule, the value found and the source of each failure', () => {
    const json = toEligibilityJson(check('horizon-ria CL4', 'GB', 'NO', 'IS'), 'en');
    expect(json.rules.find(({ result }) => result === 'fail')).toEqual({
      id: 'standard-three',
      result: 'fail',
      hard: true,
      text: expect.stringMatching(/^Three beneficiaries, independent/) as string,
      found: '3 of at least 3: GB, IS, NO; of these of the required kind 0 of at least 1',
      source: expect.stringMatching(/Annex B .*, 2025-12-11, https:/) as string,
    });
  });

  it('B-29: is said in Italian too, and in both languages says that it is an aid', () => {
    const answer = check('horizon-ria CL4', 'IT PRC lead', 'FR', 'US');
    expect(toEligibilityJson(answer, 'it').rules.find(({ id }) => id === 'standard-three')?.found).toBe(
      '2 su almeno 3: FR, IT; di questi del tipo richiesto 2 su almeno 1',
    );
    const text = answerAsText(answer, 'it');
    expect(text).toMatch(/^NON SUPERATO - horizon-ria 2025-12-11 - 2026-11-21/);
    expect(text).toMatch(
      /Un aiuto, non un parere legale: decide il testo ufficiale .* il portale .* indicativo/,
    );
    expect(answerAsText(answer, 'en')).toMatch(/An aid, .* official text .* portal is illustrative too/);
  });
});
