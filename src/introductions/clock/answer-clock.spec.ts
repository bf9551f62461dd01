import {
  isWorkingDay,
  pauseClock,
  replacementOnly,
  startClock,
  workingDayAfter,
  type WorkPlace,
} from './answer-clock.js';
import { easterSunday } from './holidays.js';
import { localHour, momentAt } from './local-time.js';

const place = (country: string, nuts: string | null = null, closed: WorkPlace['closed'] = []): WorkPlace => ({
  country,
  nuts,
  zone: null,
  patronSaint: null,
  closed,
});
const milan = place('IT', 'ITC4C');
const helsinki = place('FI', 'FI1B1');
const lisbon = place('PT', 'PT170');
const iso = (at: Date): string => at.toISOString().slice(0, 16);

describe('A-32 the clock of a request', () => {
  it('reminds on working day 3, escalates on day 5, expires on day 10', () => {
    // Monday 2 November 2026
    const clock = startClock(new Date('2026-11-02T15:00:00Z'), milan, milan);
    expect(iso(clock.remindAt)).toBe('2026-11-05T08:00');
    expect(iso(clock.escalateAt)).toBe('2026-11-09T08:00');
    expect(iso(clock.expireAt)).toBe('2026-11-16T08:00');
  });

  it('counts neither the holidays of one side nor those of the other', () => {
    // Wednesday 2 December 2026; Milan keeps the 7th and 8th, Finland the 6th (a Sunday)
    const sent = new Date('2026-12-02T09:00:00Z');
    expect(iso(startClock(sent, milan, milan).remindAt)).toBe('2026-12-09T08:00');
    expect(iso(startClock(sent, helsinki, helsinki).remindAt)).toBe('2026-12-07T07:00');
    expect(iso(startClock(sent, helsinki, milan).remindAt)).toBe('2026-12-09T07:00');
    expect(iso(startClock(sent, place('IT', 'ITC46'), place('IT', 'ITC46')).remindAt)).toBe(
      '2026-12-07T08:00',
    );
  });

  it('knows Easter, the patron saint, August and one’s own closing dates', () => {
    expect([2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
    expect(isWorkingDay('2026-04-06', milan)).toBe(false);
    expect(isWorkingDay('2026-04-03', milan)).toBe(true);
    expect(isWorkingDay('2026-04-03', lisbon)).toBe(false);
    expect(isWorkingDay('2026-12-07', milan)).toBe(false);
    expect(isWorkingDay('2027-02-15', place('IT', 'ITC47'))).toBe(false);
    expect(isWorkingDay('2027-02-15', milan)).toBe(true);
    expect(workingDayAfter('2026-08-06', 1, [milan])).toBe('2026-08-07');
    expect(workingDayAfter('2026-08-07', 1, [milan])).toBe('2026-08-24');
    expect(workingDayAfter('2026-08-07', 1, [lisbon])).toBe('2026-08-10');
    const closed = place('IT', null, [{ from: '2026-11-03', until: '2026-11-06' }]);
    expect(workingDayAfter('2026-11-02', 1, [milan, closed])).toBe('2026-11-09');
  });

  it('keeps the time zone, the patron saint and the days that a cluster has set', () => {
    const set = { ...milan, zone: 'Europe/Helsinki', patronSaint: '11-03' };
    const closed = [{ from: '2026-11-05', until: '2026-11-05' }];
    // Tuesday and Thursday do not count, and nine in the morning is an hour earlier
    const clock = startClock(new Date('2026-11-02T15:00:00Z'), { ...set, closed }, milan);
    expect(iso(clock.remindAt)).toBe('2026-11-09T07:00');
    // its own saint in the place of the province's
    expect(isWorkingDay('2026-12-07', set)).toBe(true);
    expect(isWorkingDay('2026-11-03', set)).toBe(false);
  });

  it('goes on where somebody says to be closed for years', () => {
    const forever = place('IT', null, [{ from: '2020-01-01', until: '2100-01-01' }]);
    expect(workingDayAfter('2026-11-02', 1, [forever])).toBe('2027-05-02');
  });

  it.each([
    ['Rome', place('IT'), '2027-03-26T12:00:00Z', '2027-10-29T12:00:00Z'],
    ['Helsinki', place('FI'), '2027-03-24T12:00:00Z', '2027-10-29T12:00:00Z'],
    ['Lisbon', place('PT'), '2027-03-25T12:00:00Z', '2027-10-29T12:00:00Z'],
  ])('strikes at nine in %s on both sides of the clock changes', (_, there, spring, autumn) => {
    const zone = { IT: 'Europe/Rome', FI: 'Europe/Helsinki', PT: 'Europe/Lisbon' }[there.country ?? ''] ?? '';
    for (const sent of [spring, autumn])
      for (const at of Object.values(startClock(new Date(sent), there, there)) as Date[])
        expect(localHour(at, zone)).toBe('09:00');
  });

  it('reads hours that a clock change skips or repeats', () => {
    expect(momentAt('2027-03-28', 2, 'Europe/Rome').toISOString()).toBe('2027-03-28T01:00:00.000Z');
    expect(momentAt('2027-10-31', 2, 'Europe/Rome').toISOString()).toBe('2027-10-31T00:00:00.000Z');
    expect(momentAt('2027-03-28', 1, 'Europe/Lisbon').toISOString()).toBe('2027-03-28T01:00:00.000Z');
    expect(momentAt('2027-10-31', 9, 'Europe/Helsinki').toISOString()).toBe('2027-10-31T07:00:00.000Z');
  });

  it('B-22 gives three working days more where an officer calls', () => {
    const expireAt = new Date('2026-11-16T08:00:00Z');
    expect(iso(pauseClock(expireAt, new Date('2026-11-10T10:00:00Z'), milan, milan))).toBe(
      '2026-11-19T08:00',
    );
  });

  it('B-25 allows but replacements within ten days of the deadline', () => {
    const now = new Date('2026-11-22T09:00:00Z');
    expect(replacementOnly(new Date('2026-12-02T08:59:00Z'), now)).toBe(true);
    expect(replacementOnly(new Date('2026-12-02T09:00:00Z'), now)).toBe(false);
    expect(replacementOnly(null, now)).toBe(false);
  });
});
