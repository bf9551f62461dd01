import type { OpportunityRecord } from './opportunity.js';
import { contentHash, planSave, type StoredRecord } from './plan-save.js';

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
  actionTypes: ['IA'],
  statedStatus: 'open',
  opensOn: null,
  deadlines: [{ at: '2027-02-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' }],
  budget: null,
  trlFrom: null,
  trlTo: null,
  keywords: [],
  sections: [],
  flags: {},
  url: null,
  observedAt: '2026-11-20T00:00:00.000Z',
  invented: false,
};
const later = { observedAt: '2026-11-21T00:00:00.000Z' };
const moved = {
  deadlines: [{ at: '2027-03-02T16:00:00.000Z', zone: 'Europe/Brussels', stage: 'single' as const }],
};

const stored = (one: OpportunityRecord): StoredRecord => ({
  opportunityId: 'x',
  source: one.source,
  identifierKey: one.identifier.toLowerCase(),
  contentHash: contentHash(one),
  observedAt: new Date(one.observedAt),
  record: one,
});
const changed = (next: OpportunityRecord, ...standing: OpportunityRecord[]): string[] | string => {
  const plan = planSave(next, standing.map(stored));
  return plan.verdict === 'changed' ? plan.changes.map(({ field }) => field) : plan.verdict;
};

describe('what counts as a change of an opportunity', () => {
  it('is what a source says otherwise than before', () => {
    expect(changed({ ...record, ...later, ...moved, title: 'New' }, record)).toEqual(['title', 'deadlines']);
  });

  it('is what a source states at last, or states no more', () => {
    const silent = { ...record, deadlines: [], actionTypes: [] };
    expect(changed({ ...record, ...later }, silent)).toEqual(['deadlines', 'actionTypes']);
    expect(changed({ ...silent, ...later }, record)).toEqual(['deadlines', 'actionTypes']);
  });

  it('is not what another source says in other words, but for what people make plans by', () => {
    const programme = {
      ...record,
      source: 'work-programme' as const,
      title: 'Topic, a',
      actionTypes: ['RIA'],
    };
    expect(changed({ ...record, ...later }, programme)).toEqual([]);
    expect(changed({ ...record, ...later, ...moved }, programme)).toEqual(['deadlines']);
    expect(changed({ ...record, ...later }, { ...programme, deadlines: [] })).toEqual([]);
  });

  it('is nothing of the demonstration set', () => {
    expect(changed({ ...record, ...later, ...moved, title: 'New' }, { ...record, source: 'demo' })).toEqual(
      [],
    );
  });

  it('is nothing where only the moment of reading is newer', () => {
    expect(changed({ ...record, ...later }, record)).toBe('same');
  });
});
