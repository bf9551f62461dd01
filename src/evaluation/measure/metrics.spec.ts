import fc from 'fast-check';

import { listMetrics, meanMetrics } from './metrics.js';

const ranked = 'a b c d e f g h i j k l'.split(' ');

describe('the metrics of a list', () => {
  it('are those worked out by hand', () => {
    // hits at ranks 2 and 4 of three targets: gain 1/log2(3) + 1/log2(5) over 1 + 1/log2(3) + 1/2
    const metrics = listMetrics(ranked, new Set(['b', 'd', 'nowhere']));
    expect(metrics['nDCG@10']).toBeCloseTo((0.63093 + 0.43068) / 2.13093, 5);
    expect(metrics['recall@10']).toBeCloseTo(2 / 3);
    expect(metrics.MRR).toBe(0.5);
    expect(metrics['success@10']).toBe(1);
  });

  it('divide by what the prefix can hold: five hits in front are perfect, however many targets there are', () => {
    const targets = new Set([
      ...ranked.slice(0, 10),
      ...Array.from({ length: 30 }, (_, at) => `t${String(at)}`),
    ]);
    expect(listMetrics(ranked, targets)['nDCG@10']).toBeCloseTo(1);
    expect(listMetrics(ranked, targets)['recall@10']).toBeCloseTo(0.25);
  });

  it('see nothing behind the tenth place in the ones that end there', () => {
    const metrics = listMetrics(ranked, new Set(['k']));
    expect([metrics['nDCG@10'], metrics['recall@10'], metrics['success@10']]).toEqual([0, 0, 0]);
    expect(metrics['recall@50']).toBe(1);
  });

  it('look at 200 places for the first hit, no further', () => {
    const long = Array.from({ length: 201 }, (_, at) => String(at));
    expect(listMetrics(long, new Set(['199'])).MRR).toBe(1 / 200);
    expect(listMetrics(long, new Set(['200'])).MRR).toBe(0);
  });

  it('do not exist without targets', () => {
    expect(() => listMetrics(ranked, new Set())).toThrow(RangeError);
  });

  it('are in [0, 1], and never fall when a target moves up', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ranked),
        fc.subarray(ranked, { minLength: 1 }),
        fc.nat(10),
        (list, wanted, at) => {
          const targets = new Set(wanted);
          const before = listMetrics(list, targets);
          for (const value of Object.values(before)) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
          const [upper, lower] = [list[at], list[at + 1]];
          if (upper === undefined || lower === undefined || targets.has(upper) || !targets.has(lower)) return;
          const after = listMetrics([...list.slice(0, at), lower, upper, ...list.slice(at + 2)], targets);
          for (const name of Object.keys(before) as (keyof typeof before)[]) {
            expect(after[name]).toBeGreaterThanOrEqual(before[name] - 1e-12);
          }
        },
      ),
    );
  });
});

describe('the mean over queries', () => {
  it('is that of each metric, and 0 without queries', () => {
    const lists = [listMetrics(ranked, new Set(['a'])), listMetrics(ranked, new Set(['nowhere']))];
    expect(meanMetrics(lists).MRR).toBe(0.5);
    expect(meanMetrics([]).MRR).toBe(0);
  });
});
