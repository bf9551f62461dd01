import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { sharedBytes } from '../../../test/support/shared-data.js';
import {
  checkEligibility,
  partnerTypes,
  type EligibilityAnswer,
  type Partner,
  type PartnerRole,
  type Result,
} from '../../eligibility/index.js';
import { resolveCountry } from '../../taxonomy/index.js';
import { loadRulebook } from './load-rulebook.js';

interface Real {
  readonly grant: string;
  readonly ruleSet: string;
  readonly part: string;
  readonly result: Result;
  readonly open: readonly string[];
  /** what its minimum rests on, checked by hand against the list of partners */
  readonly found: RegExp;
}

/** Ten consortia on record, checked as if they applied on 21 November 2026 under the general rules. */
const reals: readonly Real[] = [
  // one institute is there as affiliated entity and as associated partner; a Hungarian university
  {
    grant: '101084097',
    ruleSet: 'horizon-ria',
    part: 'CL6',
    result: 'needs-review',
    open: ['hungarian-public-interest-trusts', 'one-entry-per-entity'],
    found: /^6 .*: ES, FR, HU, IT, PL, RO;/,
  },
  // exactly three beneficiaries in three Member States, two British associated partners beside them
  {
    grant: '101082738',
    ruleSet: 'horizon-ria',
    part: 'CL4',
    result: 'pass',
    open: [],
    found: /^3 .*: HU, IT, NL;/,
  },
  // an innovation action with an associated partner in the USA
  {
    grant: '101058174',
    ruleSet: 'horizon-ia',
    part: 'CL4',
    result: 'pass',
    open: [],
    found: /^7 .*: AT, ES, FI, GR, IT, LT, NO; .* 6 /,
  },
  // led from Switzerland; beneficiaries in South Africa and Ethiopia are funded and do not count
  {
    grant: '101046041',
    ruleSet: 'horizon-ria',
    part: 'HLTH',
    result: 'pass',
    open: [],
    found: /^5 .*: CH, DE, FR, IT, NL; .* 4 /,
  },
  // one Italian firm in a coordination and support action
  { grant: '101071451', ruleSet: 'horizon-csa', part: 'EIE', result: 'pass', open: [], found: /^1 / },
  // open data do not say who procures
  {
    grant: '101092208',
    ruleSet: 'horizon-pcp',
    part: 'CL4',
    result: 'needs-review',
    open: ['two-procurers'],
    found: /^8 .*: BE, DE, FI, IE, PT, SE, SI, TR; .* 7 /,
  },
  // 81 programme owners, one in Morocco, whose association is under way
  {
    grant: '101052342',
    ruleSet: 'horizon-cofund',
    part: 'CL6',
    result: 'pass',
    open: [],
    found: /^74 to 75 /,
  },
  // a Chinese university in Cluster 5: depends on the destination; partners in India and the USA
  {
    grant: '101056306',
    ruleSet: 'horizon-ria',
    part: 'CL5',
    result: 'needs-review',
    open: [
      'china-in-research-and-innovation-actions',
      'chinese-ministry-universities',
      'fundable-where-established',
    ],
    found: /^10 .*: BE, DE, DK, ES, FI, GR, IT, NO, SE, UA; .* 8 /,
  },
  // the Joint Research Centre alone
  { grant: '101052304', ruleSet: 'horizon-csa', part: 'CL2', result: 'pass', open: [], found: /^1 / },
  // 159 partners; Australia is not associated to research infrastructures; the Joint Research Centre and the EMBL count as one or two
  {
    grant: '101046133',
    ruleSet: 'horizon-ria',
    part: 'INFRA',
    result: 'needs-review',
    open: ['fundable-where-established', 'hungarian-public-interest-trusts'],
    found: /^26 to 28 /,
  },
];

const roles: Readonly<Record<string, PartnerRole>> = {
  coordinator: 'coordinator',
  associatedPartner: 'associated-partner',
  thirdParty: 'affiliated-entity',
};

const bytes = sharedBytes('cordis-horizon-europe/organization.csv.gz');

(bytes === undefined ? describe.skip : describe)('consortia on record', () => {
  const { book } = loadRulebook();
  const wanted = new Set(reals.map(({ grant }) => grant));
  const partners = new Map<string, Partner[]>();

  beforeAll(() => {
    const rows: Record<string, string>[] = parse(gunzipSync(bytes ?? ''), {
      columns: true,
      onRecord: (row: Record<string, string>) => (wanted.has(row['projectID'] ?? '') ? row : null),
    });
    for (const row of rows) {
      const grant = row['projectID'] ?? '';
      partners.set(grant, [...(partners.get(grant) ?? []), toPartner(row)]);
    }
  });

  it.each(reals.map((real) => [real.grant, real] as const))('%s is answered as by hand', (grant, real) => {
    const answer = checkEligibility(book, {
      ruleSet: real.ruleSet,
      topic: null,
      programmePart: real.part,
      deadline: null,
      date: '2026-11-21',
      partners: partners.get(grant) ?? [],
    });
    expect({ result: answer.result, open: openRules(answer) }).toEqual({
      result: real.result,
      open: real.open,
    });
    expect(minimum(answer)).toMatch(real.found);
  });
});

function toPartner(row: Record<string, string>): Partner {
  return {
    name: row['name'] ?? '',
    pic: row['organisationID'] || null,
    country: resolveCountry(row['country'] ?? '') ?? null,
    nuts: null,
    type: partnerTypes.find((type) => type === row['activityType']) ?? null,
    sme: row['SME'] ? row['SME'] === 'true' : null,
    role: roles[row['role'] ?? ''] ?? 'beneficiary',
    controlledBy: null,
    budgetSharePercent: null,
    facts: null,
  };
}

function openRules(answer: EligibilityAnswer): readonly string[] {
  return answer.rules
    .filter(({ result }) => result !== 'pass')
    .map(({ id }) => id)
    .sort();
}

function minimum({ rules }: EligibilityAnswer): string {
  const ids = ['standard-three', 'one-in-member-state-or-associated'];
  return rules.find(({ id }) => ids.includes(id))?.found.en ?? '';
}
