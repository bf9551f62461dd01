import { deadlinesAhead } from './days-left.js';

const asOf = new Date('2026-11-22T09:00:00Z');
const at = (moment: string, zone = 'Europe/Brussels') => ({ at: moment, zone, stage: 'single' as const });

describe('deadlines ahead', () => {
  it('come in order, without those that are past', () => {
    const ahead = deadlinesAhead(
      [at('2027-02-02T16:00:00Z'), at('2026-11-22T08:59:59Z'), at('2026-12-01T16:00:00Z')],
      asOf,
    );
    expect(ahead.map(({ day, daysLeft }) => [day, daysLeft])).toEqual([
      ['2026-12-01', 9],
      ['2027-02-02', 72],
    ]);
  });

  it('stand on the calendar day of their own zone', () => {
    const [ahead] = deadlinesAhead([at('2026-12-01T23:30:00Z', 'Europe/Helsinki')], asOf);
    expect(ahead?.day).toBe('2026-12-02');
  });

  it('count whole days across a change of the clocks', () => {
    const [ahead] = deadlinesAhead([at('2027-03-29T15:00:00Z')], new Date('2027-03-26T23:59:59.999Z'));
    expect(ahead?.daysLeft).toBe(3);
  });

  it('have no days left on their own day', () => {
    expect(deadlinesAhead([at('2026-11-22T16:00:00Z')], asOf)[0]?.daysLeft).toBe(0);
  });
});
