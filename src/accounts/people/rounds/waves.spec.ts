import { waves } from './waves.js';

/** A Thursday. */
const today = new Date('2026-11-26T15:20:00Z');

describe('waves of invitations', () => {
  it('go at once, then on the working days that follow', () => {
    expect(waves(5, 2, today).map((at) => at?.toISOString() ?? null)).toEqual([
      null,
      null,
      '2026-11-27T08:00:00.000Z',
      '2026-11-27T08:00:00.000Z',
      '2026-11-30T08:00:00.000Z',
    ]);
  });

  it('are none for nobody, and one where all go at once', () => {
    expect(waves(0, 40, today)).toEqual([]);
    expect(waves(3, 40, today)).toEqual([null, null, null]);
  });

  it('reach everybody within a month, or are refused with what would do', () => {
    const last = waves(800, 40, today).at(-1);
    expect((last?.getTime() ?? Infinity) - today.getTime()).toBeLessThan(29 * 86_400_000);
    expect(() => waves(801, 40, today)).toThrow(/at least 41 a day/);
  });
});
