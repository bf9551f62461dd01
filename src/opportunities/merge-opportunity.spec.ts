import type { OpportunityRecord } from './opportunity.js';
import { mergeOpportunity } from './merge-opportunity.js';

const record: OpportunityRecord = {
  kind: 'topic',
  source: 'portal',
  sourceKey: 'HORIZON-TEST-01',
  identifier: 'HORIZON-TEST-01',
  title: 'A topic',
  programme: 'HORIZON',
  part: null,
  callIdentifier: null,
  callTitle: null,
  actionTypes: [],
  statedStatus: 'open',
  opensOn: null,
  deadlines: [],
  budget: null,
  trlFrom: null,
  trlTo: null,
  keywords: [],
  sections: [],
  flags: {},
  url: null,
  observedAt: '2026-07-24T00:00:00.000Z',
  invented: false,
};
const section = { kind: 'outcome', heading: null, text: 'Robots that sort.', language: 'en' } as const;

describe('merging what the sources say', () => {
  it('takes each field from the most trusted source that states it, in whatever order they come', () => {
    const programme: OpportunityRecord = {
      ...record,
      source: 'work-programme',
      title: 'A topic (programme)',
      trlTo: 7,
      sections: [section],
      observedAt: '2025-12-11T00:00:00.000Z',
    };
    const merged = mergeOpportunity([programme, record]);
    expect(merged.title).toBe('A topic');
    expect(merged.trlTo).toBe(7);
    expect(merged.sections).toEqual([section]);
    expect(merged.provenance).toMatchObject({
      title: 'portal',
      trlTo: 'work-programme',
      sections: 'work-programme',
    });
    expect(merged.observedAt).toBe('2026-07-24T00:00:00.000Z');
    expect(merged).toEqual(mergeOpportunity([record, programme]));
  });

  it('lets a real record take a demonstration topic over, whose summary stays until a real text comes', () => {
    const demo: OpportunityRecord = { ...record, source: 'demo', title: 'Demo title', sections: [section] };
    const takenOver = mergeOpportunity([demo, record]);
    expect(takenOver.title).toBe('A topic');
    expect(takenOver.provenance['sections']).toBe('demo');
    const withText = mergeOpportunity([
      demo,
      { ...record, sections: [{ ...section, text: 'The real text.' }] },
    ]);
    expect(withText.sections).toEqual([{ ...section, text: 'The real text.' }]);
  });

  it('unites flags, the more trusted source winning', () => {
    const programme: OpportunityRecord = {
      ...record,
      source: 'work-programme',
      flags: { lumpSum: true, fstp: true },
    };
    const merged = mergeOpportunity([{ ...record, flags: { lumpSum: false } }, programme]);
    expect(merged.flags).toEqual({ lumpSum: false, fstp: true });
  });
});
