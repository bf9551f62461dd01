import { mergeRecords, type SourcedFacts } from './organisation-view.js';

const nothing: SourcedFacts = {
  legalName: 'ALFA SRL',
  shortName: null,
  country: null,
  city: null,
  nuts: null,
  type: null,
  sme: null,
  employees: null,
  url: null,
  site: null,
  languages: [],
  source: 'cordis',
  observedOn: '2024-05-01',
};

describe('the view of an organisation', () => {
  it('prefers what its cluster says and keeps where each fact comes from', () => {
    const view = mergeRecords([
      { ...nothing, country: 'IT', sme: true },
      { ...nothing, source: 'members', observedOn: '2026-01-10', legalName: 'Alfa S.r.l.', sme: false },
    ]);
    expect(view.facts).toMatchObject({ legalName: 'Alfa S.r.l.', country: 'IT', sme: false });
    expect(view.provenance).toEqual({
      legalName: { source: 'members', date: '2026-01-10' },
      country: { source: 'cordis', date: '2024-05-01' },
      sme: { source: 'members', date: '2026-01-10' },
    });
  });

  it('takes the newer of two records of one source', () => {
    const view = mergeRecords([
      { ...nothing, city: 'Lecco' },
      { ...nothing, city: 'Como', observedOn: '2025-05-01' },
    ]);
    expect(view.facts.city).toBe('Como');
  });

  it('leaves unstated what nobody states, without a source', () => {
    const view = mergeRecords([nothing]);
    expect(view.facts.employees).toBeNull();
    expect(view.provenance.employees).toBeUndefined();
    expect(view.facts.languages).toEqual([]);
  });
});
