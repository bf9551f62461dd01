import { calendarText, type CalendarEvent } from './calendar-text.js';

const event = (summary: string): CalendarEvent => ({
  uid: '1@tessera',
  at: new Date('2027-04-13T15:00:00Z'),
  statedAt: new Date('2026-11-22T10:00:00Z'),
  summary,
  description: 'MADE-1',
  url: 'https://tessera.example/opportunities/MADE-1',
  cancelled: false,
});

/** As a calendar program reads it: folded lines joined, the value of a property. */
const property = (text: string, name: string): string | undefined =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);

describe('a calendar', () => {
  it('has lines of 75 bytes at most that end in CRLF, and never breaks within a character', () => {
    const title = `è ${'città'.repeat(40)} 🔋${'🔋'.repeat(30)}`;
    const text = calendarText('Deadlines', [event(title)]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
    expect(property(text, 'SUMMARY')).toBe(title);
  });

  it('lets no text begin another property or event', () => {
    const hostile = 'a;b,c\\d\r\nEND:VEVENT\rBEGIN:VALARM\nACTION:AUDIO\u2028X:1\u0000\u0085';
    const text = calendarText('D', [event(hostile)]);
    const names = text
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0]);
    expect(names.filter((name) => name === 'END')).toHaveLength(2);
    expect(names).not.toContain('ACTION');
    expect(property(text, 'SUMMARY')).toBe(
      'a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARM\\nACTION:AUDIO\\nX:1  ',
    );
  });

  it('states moments in UTC, and is the same twice', () => {
    const text = calendarText('D', [event('x')]);
    expect(property(text, 'DTSTART')).toBe('20270413T150000Z');
    expect(calendarText('D', [event('x')])).toBe(text);
  });
});
