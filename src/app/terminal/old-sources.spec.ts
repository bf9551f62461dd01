import type { SourceAge } from '../../sources/index.js';
import { oldSources } from './old-sources.js';

const now = new Date('2026-11-22T12:00:00Z');
const source: SourceAge = {
  name: 'portal',
  dataAt: '2026-07-24T04:05:08.331Z',
  lastGoodAt: '2026-07-24T04:06:00.000Z',
  lastAttemptAt: '2026-07-24T04:06:00.000Z',
  lastResult: 'applied',
  problem: null,
  failures: 0,
  running: false,
  counts: {},
  importRunId: null,
  old: true,
};

describe('what a terminal says of old data', () => {
  it('is nothing where all are fresh', () => {
    expect(oldSources([{ ...source, old: false }], now)).toBeNull();
    expect(oldSources([], now)).toBeNull();
  });

  it('names each old source, its day, its age, and how to renew it', () => {
    const failing: SourceAge = { ...source, name: 'cordis', dataAt: null, failures: 4 };
    expect(oldSources([source, failing], now)).toBe(
      'Old data: portal of 2026-07-24 (121 days old); cordis of 2026-07-24 (121 days old, the last 4 attempts to renew it failed). ' +
        'Renew with "tessera sync portal", or import a newer copy.',
    );
  });
});
