import type { Cluster } from '../../src/accounts/index.js';
import type { Match } from '../../src/matching/index.js';
import type { OpportunityCard } from '../../src/opportunities/index.js';
import type { OrganisationCard } from '../../src/organisations/index.js';
import type { SuggestionReason } from '../../src/insights/quoted-reasons.js';
import {
  pairKey,
  type ListedPair,
  type Member,
  type WorkbookFindings,
} from '../../src/insights/workbook/workbook-findings.js';
import { workbookWords } from '../../src/insights/workbook/workbook-words.js';

/** A small cluster, made up: three members, three calls of two programme parts. */
export function madeFindings(changes: Partial<WorkbookFindings> = {}): WorkbookFindings {
  const members = [
    madeMember('m1', { ecosystems: [tag('manufacturing', 'robot')] }),
    madeMember('m2', { ecosystems: [tag('manufacturing', 'machine tool'), tag('nutrition', 'dairy')] }),
    madeMember('m3'),
  ];
  const calls = [
    madeOpportunity('c-late', { deadlines: [deadline('2026-12-01')], part: 'CL4' }),
    madeOpportunity('c-next', { deadlines: [deadline('2027-02-02')], part: 'CL4' }),
    madeOpportunity('c-pilot', { kind: 'pilot', status: 'standing', deadlines: [], part: null }),
  ];
  const matches = [
    [
      match('m1', 'c-next', 0.8, 'strong'),
      match('m1', 'c-late', 0.5, 'good'),
      match('m1', 'c-pilot', 0.1, 'possible'),
    ],
    [match('m2', 'c-next', 0.9, 'strong'), match('m2', 'c-pilot', 0.4, 'good')],
    [match('m3', 'c-next', 0.2, 'possible')],
  ];
  const listed = new Map(matches.flat().map((one) => [pairKey(one), madePair()]));
  return {
    words: workbookWords('en'),
    cluster: madeCluster,
    asOf: new Date('2026-11-22T09:00:00Z'),
    snapshot: 'a1b2c3d4e5f6',
    sources: [{ name: 'portal', day: '2026-11-01', ageDays: 21, state: 'old' }],
    model: 'linear-1',
    organisations: new Map(members.map((member) => [member.card.id as string, member])),
    inventedLeftOut: 0,
    opportunities: new Map(calls.map((card) => [card.id as string, card])),
    byOrganisation: new Map(members.map(({ card }, at) => [card.id as string, matches[at] ?? []])),
    listed,
    ecosystems: [
      { code: 'nutrition', name: 'Nutrition' },
      { code: 'manufacturing', name: 'Advanced Manufacturing' },
    ],
    partOf: ({ part }) => (part === null ? null : { code: part, name: 'Digital, Industry and Space' }),
    ...changes,
  };
}

export const match = (
  organisation: string,
  opportunity: string,
  score: number,
  band: Match['fit']['band'],
): Match => ({
  organisation,
  opportunity,
  score,
  fit: { score, band },
  trackRecord: { score: 0.1, band: 'possible' },
});

const tag = (code: string, word: string): Member['ecosystems'][number] => ({ code, words: [word] });

const deadline = (day: string): OpportunityCard['deadlines'][number] => ({
  at: `${day}T16:00:00.000Z`,
  zone: 'Europe/Brussels',
  stage: 'single',
});

export function madePair(changes: Partial<ListedPair> = {}): ListedPair {
  return { reasons: [madeSuggestionReason()], role: 'technology', ...changes };
}

export function madeSuggestionReason(changes: Partial<SuggestionReason> = {}): SuggestionReason {
  return {
    signal: 'text',
    contribution: 0.2,
    callQuote: 'Robots should open and sort used products.',
    evidenceQuote: 'Celle robotizzate per lo smontaggio.',
    terms: ['robots ↔ robotizzate'],
    evidence: {
      type: 'project',
      id: 'e1',
      title: 'MADECELL: disassembly',
      date: '2021-09-01',
      url: 'https://cordis.europa.eu/project/id/900000001',
      state: 'open',
    },
    ...changes,
  };
}

export function madeMember(id: string, changes: Partial<Member> & { card?: OrganisationCard } = {}): Member {
  return { card: madeOrganisation(id), ecosystems: [], ...changes };
}

export function madeOrganisation(id: string, changes: Partial<OrganisationCard> = {}): OrganisationCard {
  return {
    id: id as OrganisationCard['id'],
    pic: '933772732',
    vatNumber: null,
    listed: true,
    invented: false,
    memberships: [],
    facts: {
      legalName: `Officine ${id}`,
      shortName: null,
      country: 'IT',
      city: null,
      nuts: null,
      type: 'PRC',
      sme: null,
      employees: null,
      url: null,
      site: null,
      languages: [],
    },
    provenance: {},
    ...changes,
  };
}

export function madeOpportunity(id: string, changes: Partial<OpportunityCard> = {}): OpportunityCard {
  return {
    id: id as OpportunityCard['id'],
    kind: 'topic',
    identifier: `MADE-${id}`,
    title: `Title of ${id}`,
    programme: 'HORIZON',
    part: null,
    callIdentifier: null,
    callTitle: null,
    actionTypes: ['RIA'],
    statedStatus: null,
    status: 'open',
    opensOn: null,
    deadlines: [],
    budget: null,
    trlFrom: null,
    trlTo: null,
    keywords: [],
    sections: [],
    flags: {},
    url: 'https://ec.europa.eu/made',
    observedAt: '2025-12-11T00:00:00.000Z',
    invented: false,
    provenance: {},
    version: 1,
    changed: null,
    ...changes,
  };
}

const madeCluster: Cluster = {
  id: 'cluster' as Cluster['id'],
  slug: 'test',
  nameEn: 'Test Cluster',
  nameIt: 'Cluster di prova',
  ecosystems: [],
  technologyAreas: [],
  networks: null,
  pilots: [],
  memberCount: null,
  memberCountSource: null,
  city: null,
  nuts: null,
  url: null,
  organisationId: null,
};
