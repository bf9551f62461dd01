import fc from 'fast-check';

import { likeness, likenessScale, quantisedVector, similarities, withLikeness } from './embedding.js';

const part = fc.float({ min: -100, max: 100, noNaN: true });
const vector = fc
  .array(part, { minLength: 6, maxLength: 6 })
  .map((parts) => Float32Array.from(parts))
  .filter((parts) => Math.hypot(...parts) > 1e-3);

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

describe('likeness by meaning', () => {
  it('is the cosine of the vectors, to a few hundredths, and never below 0', () => {
    fc.assert(
      fc.property(vector, vector, (a, b) => {
        const table = { model: 'm', dimensions: 6, vectors: quantisedVector(a)! };
        const [found = Number.NaN] = similarities(table, quantisedVector(b)!, Uint32Array.of(0));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(Math.abs(found - Math.max(0, cosine(a, b)))).toBeLessThan(0.04);
      }),
      { seed: 8 },
    );
  });

  it('does not depend on how long a vector is, and a vector that points nowhere is none', () => {
    fc.assert(
      fc.property(vector, fc.float({ min: Math.fround(0.01), max: 50, noNaN: true }), (a, factor) => {
        const longer = a.map((value) => value * factor);
        const [one, other] = [quantisedVector(a)!, quantisedVector(longer)!];
        one.forEach((value, at) => expect(Math.abs(value - other[at]!)).toBeLessThanOrEqual(1));
      }),
      { seed: 8 },
    );
    expect(quantisedVector(new Float32Array(3))).toBeNull();
    expect(quantisedVector(Float32Array.of(Number.NaN, 1))).toBeNull();
  });

  it('runs from 0 to 1 over the closest documents, and says nothing without a difference', () => {
    const scale = likenessScale(Float32Array.of(0.1, 0.9, 0.5, 0.7, 0), 3);
    expect(scale).toEqual({ least: 0.5, most: Math.fround(0.9) });
    expect([0.1, 0.5, 0.9, 0.95].map((value) => likeness(value, scale!))).toEqual([
      0,
      0,
      expect.closeTo(1, 6),
      1,
    ]);
    expect(likenessScale(Float32Array.of(0.4, 0.4), 3)).toBeNull();
    expect(likenessScale(new Float32Array(4), 3)).toBeNull();
  });

  it('leaves a score alone without a vector, gives none to whoever has none, and stays in [0, 1]', () => {
    const unit = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, unit, (score, like, share) => {
        expect(withLikeness(score, null, share)).toBe(score);
        expect(withLikeness(0, like, share)).toBe(0);
        const mixed = withLikeness(score, like, share);
        expect(mixed).toBeGreaterThanOrEqual(Math.fround(Math.min(score, score === 0 ? 0 : like)) - 1e-6);
        expect(mixed).toBeLessThanOrEqual(Math.max(score, like) + 1e-6);
      }),
      { seed: 8 },
    );
  });

  it('refuses vectors of two models', () => {
    const table = { model: 'm', dimensions: 2, vectors: Int8Array.of(127, 0) };
    expect(() => similarities(table, Int8Array.of(1, 2, 3), Uint32Array.of(0))).toThrow('has 3 parts');
  });
});
