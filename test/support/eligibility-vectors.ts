import {
  partnerTypes,
  type Consortium,
  type Owner,
  type Partner,
  type PartnerRole,
  type Result,
} from '../../src/eligibility/index.js';

/** A consortium, what it is checked against, and what the check must say. */
export interface Vector {
  readonly id: string;
  readonly what: string;
  readonly consortium: Consortium;
  readonly result: Result;
  /** ids of rules that do not pass, warnings apart, in any order */
  readonly open: readonly string[];
}

const roles: Readonly<Record<string, PartnerRole>> = {
  lead: 'coordinator',
  aff: 'affiliated-entity',
  assoc: 'associated-partner',
  sub: 'subcontractor',
};

/**
 * A partner in short: `IT/ITC4C PRC sme lead 45% is:iero by:P1|Acme(CN) pic:999999999`. `?` is a country nobody stated,
 * `by:` nobody controls it. Names are P1, P2, … by place.
 */
export function partner(short: string, at: number): Partner {
  const [place = '?', ...words] = short.split(' ');
  const [country, nuts] = place.split('/');
  const after = (key: string): string | undefined =>
    words.find((word) => word.startsWith(key))?.slice(key.length);
  const share = words.find((word) => word.endsWith('%'));
  return {
    name: `P${at + 1}`,
    pic: after('pic:') ?? null,
    country: country === '?' || country === undefined ? null : country,
    nuts: nuts ?? null,
    type: partnerTypes.find((type) => words.includes(type)) ?? null,
    sme: size(words),
    role: words.map((word) => roles[word]).find((role) => role !== undefined) ?? 'beneficiary',
    controlledBy: after('by:')?.split('|').filter(Boolean).map(owner) ?? null,
    budgetSharePercent: share === undefined ? null : Number(share.slice(0, -1)),
    facts: after('is:')?.split(',').filter(Boolean) ?? null,
  };
}

function size(words: readonly string[]): boolean | null {
  if (words.includes('sme')) return true;
  return words.includes('large') ? false : null;
}

function owner(short: string): Owner {
  const [, name, country] = /^([^(]*)\(([A-Z]{2})\)$/.exec(short) ?? [];
  return { name: name === '' ? null : (name ?? short), country: country ?? null };
}

/**
 * `horizon-ria CL4 2026-12-01 until:2026-11-30`, or a topic's identifier instead of a rule set. Without a date it is
 * the day the vectors were written.
 */
export function consortium(against: string, partners: readonly string[]): Consortium {
  const [first = '', ...rest] = against.split(' ');
  const isTopic = first !== first.toLowerCase();
  return {
    ruleSet: isTopic ? null : first,
    topic: isTopic ? first : null,
    programmePart: rest.find((word) => /^[A-Z]/.test(word)) ?? null,
    deadline: rest.find((word) => word.startsWith('until:'))?.slice('until:'.length) ?? null,
    date: rest.find((word) => /^\d{4}-/.test(word)) ?? '2026-11-21',
    partners: partners.map(partner),
  };
}

/** id, what it is checked against, partners, result, rules that do not pass, what it shows */
type Row = readonly [
  id: string,
  against: string,
  partners: string,
  result: Result,
  open: string,
  what: string,
];

function vector(...[id, against, partners, result, open, what]: Row): Vector {
  return {
    id,
    what,
    consortium: consortium(against, partners.split(', ').filter(Boolean)),
    result,
    open: open.split(' ').filter(Boolean),
  };
}

const [pass, fail, review] = ['pass', 'fail', 'needs-review'] as const;

/** The vectors that the product was specified with. */
export const journeyVectors: readonly Vector[] = [
  vector(
    'E01',
    'horizon-ria',
    'IT PRC, FR REC, DE PRC',
    pass,
    '',
    'firm, institute and firm of three Member States',
  ),
  vector('E02', 'horizon-ria', 'GB, NO, IS', fail, 'standard-three', 'no Member State'),
  vector('E03', 'horizon-ia', 'IT, IT, FR', fail, 'standard-three', 'two countries'),
  vector('E04', 'horizon-ria', 'IT, GB, NO', pass, '', 'one Member State and two associated countries'),
  vector(
    'E05',
    'horizon-ria',
    'IT, FR by:Holding, DE by:Holding',
    review,
    'standard-three',
    'two share an owner',
  ),
  vector('E06 associated', 'horizon-ria CL4', 'IT, FR, CA', pass, '', 'Canada in Pillar II'),
  vector(
    'E06 not associated',
    'horizon-ria WIDERA',
    'IT, FR, CA',
    fail,
    'standard-three fundable-where-established',
    'Canada outside Pillar II',
  ),
  vector(
    'E07',
    'horizon-ria CL4',
    'IT, FR, DE, US',
    pass,
    'fundable-where-established',
    'funding of a partner in the USA is for review, the consortium stands',
  ),
  vector('E08', 'HORIZON-JU-CBE-2026-IA-01', 'IT, FR, DE', review, 'topic-held', 'a topic nobody holds'),
  vector(
    'E08 own conditions',
    'HORIZON-CL4-2027-01-MAT-PROD-49',
    'IT by:, FR by:, DE by:',
    review,
    'read-the-topic',
    'conditions that are not encoded',
  ),
  vector('E09', 'vinnovate', 'IT/ITC4C PRC sme, BE/BE21 REC', pass, '', 'Lombard SME and Flemish institute'),
  vector('E10', 'vinnovate', 'IT/ITC4C PRC sme, IT/ITH55 REC', fail, 'two-member-states', 'one Member State'),
  vector(
    'E11',
    'vinnovate',
    'IT/ITC4C PRC large, ES/ES211 REC',
    fail,
    'one-sme lombard-sme',
    'no SME, and none on the Lombard side',
  ),
  vector('E12', 'vinnovate', 'IT/ITC4C PRC sme, GB/UKL PRC', review, 'two-member-states', 'Wales'),
  vector(
    'E13',
    'vinnovate',
    'IT/ITC4C PRC sme, BE/BE21 REC assoc',
    fail,
    'two-organisations two-regions two-member-states',
    'associated partners do not count',
  ),
  vector(
    'E14',
    'i3-1 2023-05-01',
    'IT/ITC4C OTH lead, ES/ES618 PRC, PL/PL213 REC, DE/DE212 PRC, FR/FR101 PRC',
    pass,
    '',
    'five partners, regions, three countries, one less developed, non-profit coordinator',
  ),
  vector(
    'E15',
    'i3-1 2023-05-01',
    'IT/ITC4C PRC lead, ES/ES618 PRC, PL/PL213 REC, DE/DE212 PRC, FR/FR101 PRC',
    fail,
    'coordinator-of-a-more-developed-region',
    'a company co-ordinates',
  ),
  vector(
    'E16',
    'eurostars',
    'IT PRC sme lead 45%, DE PRC sme 40%, DE HES 15%',
    pass,
    '',
    'SMEs lead and pay',
  ),
  vector(
    'E17',
    'eurostars',
    'IT PRC sme lead 75%, DE PRC sme 25%',
    fail,
    'nobody-over-seventy',
    'one has too much',
  ),
  vector(
    'E18',
    'horizon-ria CL4',
    'IT, FR, DE, ? PRC',
    review,
    'country-stated not-from-russia-or-belarus china-in-research-and-innovation-actions fundable-where-established',
    'a partner without country',
  ),
  vector(
    'E18 vinnovate',
    'vinnovate',
    'IT/ITC4C PRC sme, BE/BE21 REC, ?',
    review,
    'country-stated',
    'a partner without country, elsewhere',
  ),
  vector('E19', 'cascade', 'IT/ITC4C PRC sme', pass, '', 'one Lombard SME alone'),
  vector(
    'E20',
    'HORIZON-CL4-2026-01-MAT-PROD-01 2026-06-01',
    'IT, FR, DE',
    fail,
    'open-on-the-day',
    'the deadline has passed',
  ),
  vector(
    'E20 stated',
    'vinnovate until:2026-11-20',
    'IT/ITC4C PRC sme, BE/BE21 REC',
    fail,
    'open-on-the-day',
    'too late',
  ),
];

/** Worked cases of the general rules. */
export const workedCases: readonly Vector[] = [
  vector('W01', 'horizon-ria', 'IT, DE, FR', pass, '', 'three Member States'),
  vector('W02', 'horizon-ria', 'IT, NO, CH', pass, '', 'one Member State, two associated'),
  vector('W03', 'horizon-ria', 'NO, CH, TR', fail, 'standard-three', 'no Member State'),
  vector('W04', 'horizon-ria', 'IT, IT, DE, FR', pass, '', 'the second Italian is extra'),
  vector('W05', 'horizon-ria', 'IT, IT, DE', fail, 'standard-three', 'two countries'),
  vector(
    'W06',
    'horizon-ria',
    'IT, DE by:P1, FR',
    fail,
    'standard-three',
    'a parent and its subsidiary are one',
  ),
  vector('W07', 'horizon-ria', 'IT, DE, FR aff', fail, 'standard-three', 'affiliated entities do not count'),
  vector(
    'W08',
    'horizon-ria CL4',
    'IT, DE, US',
    fail,
    'standard-three fundable-where-established',
    'the USA are neither funded nor counted',
  ),
  vector('W09', 'horizon-ria CL4', 'IT, DE, FR, US assoc', pass, '', 'an associated partner is extra'),
  vector('W10', 'horizon-ria', 'CH is:iero, IT, DE', pass, '', 'an IERO is in another Member State'),
  vector('W11', 'horizon-ria', 'CH is:iero, NO, CH', pass, '', 'an IERO supplies the Member State'),
  vector(
    'W12',
    'horizon-ria',
    'CH is:iero, FR is:iero, IT',
    review,
    'standard-three',
    'two IEROs: one country or two',
  ),
  vector('W13', 'horizon-ria CL4', 'IT, DE, KR', pass, '', 'Korea in Pillar II'),
  vector(
    'W14',
    'horizon-ria EIE',
    'IT, DE, KR',
    fail,
    'standard-three fundable-where-established',
    'Korea outside Pillar II',
  ),
  vector('W15', 'horizon-csa', 'IT OTH', pass, '', 'a single cluster in a CSA'),
  vector(
    'W16',
    'horizon-ria',
    'IT, DE, FR, HU HES is:hu-public-interest-trust',
    review,
    'hungarian-public-interest-trusts',
    'a measure whose state is not confirmed',
  ),
  vector(
    'W16 then',
    'horizon-ria 2026-03-01',
    'IT, DE, FR, HU HES is:hu-public-interest-trust',
    fail,
    'hungarian-public-interest-trusts',
    'while the measure was confirmed',
  ),
  vector(
    'W16 unknown',
    'horizon-ria 2026-03-01',
    'IT, DE, FR, HU HES',
    review,
    'hungarian-public-interest-trusts',
    'a Hungarian university of which nothing is stated',
  ),
  vector('W16 firm', 'horizon-ria', 'IT, DE, HU PRC', pass, '', 'a Hungarian firm'),
  vector(
    'W16 associated',
    'horizon-ria',
    'IT, DE, FR, HU HES is:hu-public-interest-trust assoc',
    pass,
    '',
    'as associated partner it may',
  ),
  vector(
    'W17',
    'horizon-ria',
    'IT, DE, FR, RU assoc',
    fail,
    'not-from-russia-or-belarus',
    'a Russian entity in any role',
  ),
  vector(
    'W17 subcontractor',
    'horizon-csa',
    'IT, BY sub',
    fail,
    'not-from-russia-or-belarus',
    'Belarus, although of middle income',
  ),
  vector(
    'W18',
    'horizon-ia',
    'IT, DE, FR, CN HES is: sub',
    fail,
    'china-in-innovation-actions',
    'a Chinese subcontractor in an IA',
  ),
];
