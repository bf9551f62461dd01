import type { Dates } from './opportunity-status.js';
import { statusOn } from './opportunity-status.js';

const deadline = (at: string): Dates['deadlines'][number] => ({ at, zone: 'Europe/Brussels', stage: null });
const topic: Dates = { kind: 'topic', statedStatus: null, opensOn: null, deadlines: [] };
const now = new Date('2026-11-22T08:00:00Z');

describe('the status of an opportunity', () => {
  it('is closed once the last deadline is past, whatever the source still says', () => {
    const stale = { ...topic, statedStatus: 'open' as const, deadlines: [deadline('2023-03-01T16:00:00Z')] };
    expect(statusOn(now, stale)).toBe('closed');
  });

  it('stays open between the two stages, in whatever order the deadlines come', () => {
    const twoStage = {
      ...topic,
      opensOn: '2026-01-10',
      deadlines: [deadline('2027-02-01T16:00:00Z'), deadline('2026-09-01T15:00:00Z')],
    };
    expect(statusOn(now, twoStage)).toBe('open');
  });

  it('is forthcoming until the day it opens', () => {
    const later = { ...topic, opensOn: '2026-11-23', deadlines: [deadline('2027-02-01T16:00:00Z')] };
    expect(statusOn(now, later)).toBe('forthcoming');
    expect(statusOn(new Date('2026-11-23T00:00:00Z'), later)).toBe('open');
  });

  it('follows the source where no date decides', () => {
    expect(statusOn(now, { ...topic, statedStatus: 'closed' })).toBe('closed');
    expect(statusOn(now, { ...topic, statedStatus: 'forthcoming' })).toBe('forthcoming');
  });

  it('of a pilot without dates is standing', () => {
    expect(statusOn(now, { ...topic, kind: 'pilot' })).toBe('standing');
  });

  it('of a withdrawn topic stays withdrawn though its deadline is to come', () => {
    const withdrawn = {
      ...topic,
      statedStatus: 'withdrawn' as const,
      deadlines: [deadline('2027-02-01T16:00:00Z')],
    };
    expect(statusOn(now, withdrawn)).toBe('withdrawn');
  });
});
