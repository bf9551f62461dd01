import { boost } from './boost.js';
import type { BoostOptions, Lists } from './boost.js';
import { sumOfTrees } from './trees.js';
import type { Trees } from './trees.js';

const options: BoostOptions = {
  trees: 20,
  leaves: 4,
  rate: 0.3,
  leastRows: 5,
  shrinkage: 0.1,
  depth: 20,
  rising: new Set(),
};

/** Lists of forty rows with values that repeat without a pattern; `belongs` says who is right. */
function listsOf(belongs: (a: number, b: number) => boolean): Lists {
  const values: number[] = [];
  const relevant: number[] = [];
  const starts = [0];
  for (let list = 0; list < 12; list += 1) {
    for (let row = 0; row < 40; row += 1) {
      const a = ((list * 40 + row) * 37) % 101;
      const b = ((list * 40 + row) * 53) % 89;
      values.push(a, b);
      relevant.push(Number(belongs(a, b)));
    }
    starts.push(values.length / 2);
  }
  return {
    features: ['a', 'b'],
    values: Float32Array.from(values),
    relevant: Uint8Array.from(relevant),
    starts: Uint32Array.from(starts),
  };
}

const scoreOf = (trees: Trees, a: number, b: number): number => sumOfTrees(trees, Float64Array.of(a, b));

describe('a sum of trees', () => {
  it('takes one leaf of each: at or below a threshold to the left', () => {
    // a <= 5 ? (b <= 1 ? 10 : 20) : 30, and a constant
    const trees: Trees = {
      features: ['a', 'b'],
      trees: [
        [0, 5, 4, 1, 1, 3, -1, 10, 0, -1, 20, 0, -1, 30, 0],
        [-1, 0.5, 0],
      ],
    };
    expect(scoreOf(trees, 5, 1)).toBe(10.5);
    expect(scoreOf(trees, 5, 2)).toBe(20.5);
    expect(scoreOf(trees, 6, 0)).toBe(30.5);
  });
});

describe('boosted trees', () => {
  it('learn what two features say only together', () => {
    const trees = boost(
      listsOf((a, b) => a > 70 && b > 50),
      options,
    );
    const both = scoreOf(trees, 90, 80);
    expect(both).toBeGreaterThan(scoreOf(trees, 90, 10) + 1);
    expect(both).toBeGreaterThan(scoreOf(trees, 10, 80) + 1);
  });

  it('are the same for the same lists', () => {
    const lists = listsOf((a) => a > 50);
    expect(JSON.stringify(boost(lists, options))).toBe(JSON.stringify(boost(lists, options)));
  });

  it('never fall where a feature may only rise, whatever the lists say', () => {
    // high values of `a` are wrong, and in the middle right: neither may show
    const lists = listsOf((a, b) => (a > 30 && a < 60) || b > 75);
    const free = boost(lists, options);
    const bound = boost(lists, { ...options, rising: new Set(['a']) });
    const falls = (trees: Trees): boolean =>
      [0, 20, 40, 60, 80].some((b) =>
        Array.from({ length: 100 }, (_, a) => scoreOf(trees, a + 1, b) - scoreOf(trees, a, b)).some(
          (step) => step < -1e-12,
        ),
      );
    expect(falls(free)).toBe(true);
    expect(falls(bound)).toBe(false);
  });
});
