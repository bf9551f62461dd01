import type { Slot } from './planted-readers.js';

const dayMs = 86_400_000;

/**
 * When a week's digest is due, worked out from the calendar of JavaScript: another one than the database's.
 *
 * @param monday midnight UTC of the Monday that begins the week by the calendar of ISO 8601
 */
export function dueIn(monday: Date, { weekday, hour, zone }: Slot): Date {
  const wall = monday.getTime() + (weekday - 1) * dayMs + hour * 3_600_000;
  // the offset at the moment that the first guess finds
  const guess = wall - offsetMs(new Date(wall), zone);
  return new Date(wall - offsetMs(new Date(guess), zone));
}

/** Made once: making one costs far more than asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, format);
  return format;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetMs(at: Date, zone: string): number {
  const format = formatOf(zone);
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = ['year', 'month', 'day', 'hour', 'minute'].map(
    (type) => part.get(type as Intl.DateTimeFormatPartTypes),
  );
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at.getTime() / 60_000) * 60_000;
}

/** `2026-W53`, of the week that begins on a Monday: it belongs to the year of its Thursday. */
export function weekOf(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(number).padStart(2, '0')}`;
}
