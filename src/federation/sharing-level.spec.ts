import fc from 'fast-check';

import {
  sharedFields,
  sharingLevels,
  sizeBandOf,
  strictest,
  usualSharing,
  type Sharing,
} from './sharing-level.js';

const sharing = fc.record({
  level: fc.constantFrom(...sharingLevels),
  withheld: fc.subarray([...sharedFields]),
});

describe('what leaves when several have a say', () => {
  it('is the least that any of them allows, less what any of them keeps back', () => {
    fc.assert(
      fc.property(fc.array(sharing, { minLength: 1, maxLength: 6 }), (words) => {
        const { level, withheld } = strictest(words);
        const rank = (one: Sharing): number => sharingLevels.indexOf(one.level);
        expect(sharingLevels.indexOf(level)).toBe(Math.min(...words.map(rank)));
        expect(new Set(withheld)).toEqual(new Set(words.flatMap((word) => word.withheld)));
      }),
    );
  });

  it('never grows with one more voice', () => {
    fc.assert(
      fc.property(fc.array(sharing, { minLength: 1, maxLength: 5 }), sharing, (words, one) => {
        const [before, after] = [strictest(words), strictest([...words, one])];
        expect(sharingLevels.indexOf(after.level)).toBeLessThanOrEqual(sharingLevels.indexOf(before.level));
        for (const field of before.withheld) expect(after.withheld).toContain(field);
      }),
    );
  });

  it('names nobody who has not asked for it, whatever the clusters allow', () => {
    const open: Sharing = { level: 'full', withheld: [] };
    expect(strictest([open, open, usualSharing]).level).toBe('masked');
    expect(strictest([open, open, open]).level).toBe('full');
  });

  it('is masked where nobody said anything', () => {
    expect(strictest([])).toEqual(usualSharing);
  });
});

describe('the band of a size', () => {
  it.each([
    [null, null],
    [0, null],
    [1, '1-9'],
    [9, '1-9'],
    [10, '10-49'],
    [49, '10-49'],
    [50, '50-249'],
    [249, '50-249'],
    [250, '250+'],
  ])('%s → %s', (employees, band) => {
    expect(sizeBandOf(employees)).toBe(band);
  });
});
