import { brusselsInstant, isCalendarDate } from './brussels-time.js';

describe('brusselsInstant', () => {
  it.each([
    ['a summer day', '2026-07-24', '17:00', '2026-07-24T15:00:00.000Z'],
    ['a winter day', '2027-01-21', '17:00', '2027-01-21T16:00:00.000Z'],
    ['the day clocks go forward', '2026-03-29', '17:00', '2026-03-29T15:00:00.000Z'],
    ['the day before', '2026-03-28', '17:00', '2026-03-28T16:00:00.000Z'],
    ['the day clocks go back', '2026-10-25', '17:00', '2026-10-25T16:00:00.000Z'],
    ['the day before that', '2026-10-24', '17:00', '2026-10-24T15:00:00.000Z'],
    ['midnight', '2026-06-01', '00:00', '2026-05-31T22:00:00.000Z'],
    ['a time that spring skips', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['a time that autumn shows twice', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('is the moment a Brussels clock shows it: %s', (_name, date, time, instant) => {
    expect(brusselsInstant(date, time)).toBe(instant);
  });
});

describe('isCalendarDate', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
  ])('%s: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });
});
