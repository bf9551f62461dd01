import fc from 'fast-check';

import { chanceAt, fitCurve, valueAt } from './curve.js';
import type { Observation } from './curve.js';

/** As many places as are asked for at a value, of which this share came true. */
const places = (value: number, count: number, share: number): Observation[] =>
  Array.from({ length: count }, (_, at) => ({ value: value + at / 1e6, came: at % 100 < share * 100 }));

const observations = fc.array(
  fc.record({ value: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() }),
  { maxLength: 900 },
);

describe('a curve of chances', () => {
  it('says how often each figure came true, and draws straight lines between', () => {
    const curve = fitCurve([...places(0.2, 200, 0.1), ...places(0.6, 200, 0.5)]);
    expect(chanceAt(curve, 0.2001)).toBeCloseTo(0.1, 2);
    expect(chanceAt(curve, 0.6001)).toBeCloseTo(0.5, 2);
    expect(chanceAt(curve, 0.4)).toBeCloseTo(0.3, 2);
    expect([chanceAt(curve, 0), chanceAt(curve, 1)]).toEqual([curve.chances[0], curve.chances.at(-1)]);
  });

  it('never falls, whatever was seen', () => {
    fc.assert(
      fc.property(observations, fc.array(fc.double({ min: -0.2, max: 1.2, noNaN: true })), (seen, asked) => {
        const curve = fitCurve(seen);
        const chances = [...asked].sort((a, b) => a - b).map((value) => chanceAt(curve, value));
        expect(chances).toEqual([...chances].sort((a, b) => a - b));
        for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
        for (const chance of chances) expect(chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is one level where too little was seen to tell more, and where more is seen of less', () => {
    expect(fitCurve(places(0.5, 40, 0.25)).chances).toHaveLength(1);
    expect(fitCurve([...places(0.2, 200, 0.5), ...places(0.6, 200, 0.1)]).chances).toEqual([0.3]);
    expect(fitCurve([])).toEqual({ values: [0], chances: [0] });
  });

  it('tells from which figure on a chance is reached', () => {
    const curve = fitCurve([...places(0.2, 200, 0.1), ...places(0.6, 200, 0.5)]);
    const value = valueAt(curve, 0.3)!;
    expect(chanceAt(curve, value)).toBeCloseTo(0.3, 3);
    expect(valueAt(curve, 0.9)).toBeNull();
    expect(valueAt(curve, 0)).toBe(curve.values[0]);
  });
});
