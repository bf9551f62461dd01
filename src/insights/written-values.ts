/** `2 February 2027`, as people of that language write a day. */
export function dayAsWritten(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `02/02/2027`, where there is little room. */
export function shortDay(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** `17:00` on the clock of that zone. */
export function timeIn(zone: string, at: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return format.format(new Date(at));
}

/** Euro in millions, as many decimals as it takes and at most two: `6.5`, `36`, `0,06`. */
export function inMillions(euro: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(euro / 1_000_000);
}
