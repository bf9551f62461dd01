/** One meeting, as a calendar takes it. */
export interface Meeting {
  /** unique and lasting: `<slot id>@tessera` */
  readonly uid: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly title: string;
  readonly description: string;
  /** when the file is made */
  readonly madeAt: Date;
}

/**
 * A calendar file (RFC 5545) of one meeting: times in UTC, so that each calendar shows its own; lines of at most 75
 * octets; whatever a text holds is text.
 */
export function calendarFile({ uid, startsAt, minutes, title, description, madeAt }: Meeting): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tessera//Introductions//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A line break and a space every 75 octets, never inside a character. */
function folded(line: string): string {
  let [out, width] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (width + octets > 75) {
      out += '\r\n ';
      width = 1;
    }
    out += character;
    width += octets;
  }
  return out;
}
