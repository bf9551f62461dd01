import { dayOf, yearsBetween } from './calendar.js';

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['2024-02-29', 19_782],
    ['1969-12-31', -1],
  ])('%s is day %d', (date, day) => {
    expect(dayOf(date)).toBe(day);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-01T00:00', '', 'yesterday'])(
    'is not %j',
    (date) => {
      expect(() => dayOf(date)).toThrow(expect.objectContaining({ code: 'ranking.bad-date' }) as Error);
    },
  );

  it('is no years after a later one', () => {
    expect(yearsBetween(dayOf('2026-01-01'), dayOf('2024-01-01'))).toBe(0);
    expect(yearsBetween(dayOf('2024-01-01'), dayOf('2026-01-01'))).toBeCloseTo(2, 2);
  });
});
