import { momentOf } from './as-of.js';

const now = new Date('2026-11-22T08:00:00Z');

describe('the moment a question is asked at', () => {
  it('is now, unless a day is given', () => {
    expect(momentOf(undefined, now)).toBe(now);
  });

  it('is the end of the day given', () => {
    expect(momentOf('2026-07-24', now).toISOString()).toBe('2026-07-24T23:59:59.999Z');
  });

  it.each(['2026-02-30', '24/07/2026', '2026-7-4', 'yesterday', ''])('is refused for "%s"', (day) => {
    expect(() => momentOf(day, now)).toThrow(`"${day}" is not a date`);
  });
});
