import { calendarFile } from './calendar-file.js';

const meeting = {
  uid: 'x@tessera',
  startsAt: new Date('2027-03-28T07:00:00Z'),
  minutes: 30,
  title: 'Talk; about, cells',
  description: `First line\nBEGIN:VALARM ${'è'.repeat(60)}\u0007`,
  madeAt: new Date('2027-03-20T07:00:00Z'),
};

describe('A-39 a calendar file', () => {
  it('gives times in UTC, which hold on both sides of a clock change', () => {
    const text = calendarFile(meeting);
    expect(text).toContain('DTSTART:20270328T070000Z\r\n');
    expect(text).toContain('DTEND:20270328T073000Z\r\n');
  });

  it('takes no line from a text, and folds within 75 octets', () => {
    const lines = calendarFile(meeting).split('\r\n');
    expect(lines).toContain('SUMMARY:Talk\\; about\\, cells');
    expect(lines.some((line) => line.startsWith('BEGIN:VALARM'))).toBe(false);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
