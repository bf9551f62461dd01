import {
  madeOpportunity,
  madeOrganisation,
  madeSuggestionReason,
} from '../../../test/support/made-workbook.js';
import type { Cluster } from '../../accounts/index.js';
import type { CallSuggestion } from '../quoted-reasons.js';
import type { PartnerFound } from './brief-partners.js';
import { toBrief, type BriefFindings } from './to-brief.js';

const afil = {
  id: 'afil-id',
  slug: 'afil',
  nameEn: 'AFIL',
  nameIt: 'AFIL',
  organisationId: 'afil-itself',
} as Cluster;

function findings(changes: {
  suggestion?: Partial<CallSuggestion>;
  partners?: readonly PartnerFound[];
  invented?: boolean;
  kinds?: Record<string, string>;
}): BriefFindings {
  const suggestion: CallSuggestion = {
    rank: 1,
    opportunity: madeOpportunity('c'),
    score: 0.7,
    fit: { score: 0.7, band: 'strong' },
    trackRecord: { score: 0.3, band: 'good' },
    tooLittle: null,
    reasons: [madeSuggestionReason()],
    missing: [],
    useful: false,
    ...changes.suggestion,
  };
  const organisation = madeOrganisation('o', {
    invented: changes.invented ?? false,
    provenance: {
      legalName: { source: 'members', date: '2026-10-01' },
      city: { source: 'cordis', date: '2025-01-01' },
    },
  });
  return {
    asOf: new Date('2026-11-22T09:00:00Z'),
    clusters: [afil],
    calls: {
      organisation,
      snapshot: 's',
      model: 'm',
      asOf: '2026-11-22',
      run: null,
      total: 9,
      suggestions: [suggestion],
      sources: [],
    },
    shown: [suggestion],
    partners: new Map([['c', changes.partners ?? []]]),
    competenceKinds: new Map(Object.entries(changes.kinds ?? {})),
    taxonomy: { programmes: { find: () => undefined } } as unknown as BriefFindings['taxonomy'],
  };
}

function partner(
  organisation: Partial<PartnerFound['organisation']>,
  changes: Partial<PartnerFound> = {},
): PartnerFound {
  const base = {
    id: 'p',
    pic: null,
    name: 'Partner',
    country: 'DE',
    city: null,
    nuts: null,
    type: 'REC',
    sme: null,
  };
  return {
    rank: 1,
    scoreRank: 1,
    raisedFor: [],
    companion: null,
    tooLittle: null,
    organisation: {
      ...base,
      url: null,
      participantUrl: null,
      invented: false,
      clusters: [],
      masked: null,
      ...organisation,
    },
    score: 0.5,
    fit: { score: 0.5, band: 'strong' },
    trackRecord: { score: 0.5, band: 'strong' },
    reasons: [],
    missing: [],
    useful: false,
    introducers: [],
    together: null,
    ...changes,
  };
}

const callOf = (changes: Parameters<typeof findings>[0]) => toBrief(findings(changes)).calls[0]!;
const introductionTo = (one: PartnerFound) => callOf({ partners: [one] }).partners[0]?.introduction;

describe('the contents of the page', () => {
  it('quote two reasons that say different things on both sides where there are such', () => {
    const first = madeSuggestionReason();
    const same = madeSuggestionReason({ evidenceQuote: 'Anything else.' });
    const other = madeSuggestionReason({ callQuote: 'Another need.', evidenceQuote: 'Another answer.' });
    const quotes = callOf({ suggestion: { reasons: [first, same, other] } }).reasons.map(
      ({ call }) => call.text,
    );
    expect(quotes).toEqual([first.callQuote, 'Another need.']);
  });

  it('quote no sentence twice on both sides, and nothing that one side lacks', () => {
    const first = madeSuggestionReason();
    const oneSided = madeSuggestionReason({ callQuote: null });
    expect(callOf({ suggestion: { reasons: [oneSided, first, first] } }).reasons).toHaveLength(1);
  });

  it('take the likely role from the evidence that is quoted', () => {
    expect(callOf({ kinds: { e1: 'test-site' } }).role).toBe('testing');
    expect(callOf({}).role).toBe('technology');
  });

  it('name missing fields, not missing words', () => {
    const missing = [
      { label: 'branch', kind: 'term', section: 0, weight: 0.2 },
      { label: 'logistics', kind: 'concept', section: 0, weight: 0.1 },
    ] as const;
    expect(callOf({ suggestion: { missing } }).missing).toEqual(['logistics']);
  });

  it('say which call texts are ours, and lead nowhere but to the portal', () => {
    const ours = madeOpportunity('c', { provenance: { sections: 'demo' }, url: 'https://example.org/' });
    expect(callOf({ suggestion: { opportunity: ours } })).toMatchObject({ summarised: true, url: null });
    expect(callOf({})).toMatchObject({ summarised: false, url: 'https://ec.europa.eu/made' });
  });

  it('are as old as the oldest call shown and the newest word about the organisation', () => {
    expect(toBrief(findings({})).dates).toMatchObject({ calls: '2025-12-11', organisation: '2026-10-01' });
  });

  describe('who can introduce', () => {
    const ardesia = { id: 'a', name: 'Ardesia', acronym: 'ABC', year: 2021 };

    it('is nobody where both were in one project', () => {
      const one = partner(
        { clusters: ['afil-id'] },
        { together: { acronym: 'XYZ', year: 2020 }, introducers: [ardesia] },
      );
      expect(introductionTo(one)).toEqual({ by: 'yourselves', acronym: 'XYZ', year: 2020 });
    });

    it('is the cluster itself, or the common cluster', () => {
      expect(introductionTo(partner({ id: 'afil-itself' }, { introducers: [ardesia] }))).toEqual({
        by: 'own-cluster',
      });
      expect(introductionTo(partner({ clusters: ['afil-id'] }, { introducers: [ardesia] }))).toEqual({
        by: 'cluster',
        shortName: 'AFIL',
      });
    });

    it('is an organisation of the cluster that was in a project with it, else not known', () => {
      expect(introductionTo(partner({ clusters: ['another'] }, { introducers: [ardesia] }))).toEqual({
        by: 'organisation',
        name: 'Ardesia',
        acronym: 'ABC',
        year: 2021,
      });
      expect(introductionTo(partner({}))).toEqual({ by: 'nobody-known', askCluster: true });
    });
  });

  it('show three partners, none invented for a real organisation', () => {
    const partners = [1, 2, 3, 4, 5].map((number) =>
      partner({ name: `P${number}`, invented: number % 2 === 0 }),
    );
    const names = (invented: boolean) => callOf({ partners, invented }).partners.map(({ name }) => name);
    expect(names(false)).toEqual(['P1', 'P3', 'P5']);
    expect(names(true)).toEqual(['P1', 'P2', 'P3']);
  });
});
