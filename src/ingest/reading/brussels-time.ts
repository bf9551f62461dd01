export const brussels = 'Europe/Brussels';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: brussels,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The instant at which a clock in Brussels shows a date and time, ISO 8601 in UTC.
 *
 * Calls close at 17:00 Brussels time unless their page says otherwise. A time that the clock skips in spring is the
 * instant of the change; one it shows twice in autumn is the first.
 *
 * @param date  calendar date, `2026-09-17`
 * @param time  `17:00`
 */
export function brusselsInstant(date: string, time = '17:00'): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  // Summer time first: where both offsets fit, the earlier instant is meant.
  const candidates = [120, 60].map((minutes) => wanted - minutes * 60_000);
  const instant = candidates.find((at) => shown(at) === `${date} ${time}`) ?? wanted - 60 * 60_000;
  return new Date(instant).toISOString();
}

/**
 * The calendar date in Brussels of a moment as the portal writes it (`2026-09-17T00:00:00.000+0000`,
 * `2024-04-18T19:00:00.000+0200`), or of a plain date; null where it is neither.
 */
export function brusselsDate(text: string): string | null {
  if (isCalendarDate(text)) return text;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text)
    ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : Number.NaN;
  return Number.isNaN(at) ? null : shown(at).slice(0, 10);
}

/** Whether a text is a date of the calendar: `2026-02-30` is none. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function shown(at: number): string {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`;
}
