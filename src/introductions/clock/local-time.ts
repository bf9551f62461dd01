/** Where a country keeps its time; the capital's where it has several. */
const zones: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BG: 'Europe/Sofia',
  CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  EE: 'Europe/Tallinn',
  ES: 'Europe/Madrid',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GR: 'Europe/Athens',
  HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest',
  IE: 'Europe/Dublin',
  IL: 'Asia/Jerusalem',
  IS: 'Atlantic/Reykjavik',
  IT: 'Europe/Rome',
  LT: 'Europe/Vilnius',
  LU: 'Europe/Luxembourg',
  LV: 'Europe/Riga',
  MT: 'Europe/Malta',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  RO: 'Europe/Bucharest',
  RS: 'Europe/Belgrade',
  SE: 'Europe/Stockholm',
  SI: 'Europe/Ljubljana',
  SK: 'Europe/Bratislava',
  TR: 'Europe/Istanbul',
  UA: 'Europe/Kyiv',
};

/** @returns an IANA time zone; Rome's where the country is not stated or not known */
export const zoneOf = (country: string | null): string => zones[country ?? ''] ?? 'Europe/Rome';

/** The calendar day it is somewhere: `2026-03-29`. */
export function localDay(at: Date, zone: string): string {
  const { year, month, day } = wall(at, zone);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The hour and minute it is somewhere: `09:30`. */
export function localHour(at: Date, zone: string): string {
  const { hour, minute } = wall(at, zone);
  return `${pad(hour)}:${pad(minute)}`;
}

/**
 * The moment at which a clock on the wall shows an hour. An hour that a clock change skips is the moment after it; of
 * one that comes twice, the first.
 */
export function momentAt(day: string, hour: number, zone: string): Date {
  const wanted = Date.parse(`${day}T${pad(hour)}:00:00Z`);
  const candidates = [
    offset(new Date(wanted - 86_400_000), zone),
    offset(new Date(wanted + 86_400_000), zone),
  ]
    .map((ms) => wanted - ms)
    .sort((a, b) => a - b);
  const exact = candidates.find((ms) => ms + offset(new Date(ms), zone) === wanted);
  return new Date(exact ?? candidates[1] ?? wanted);
}

/** How far the clock there is ahead of UTC at that moment, in milliseconds. */
function offset(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = wall(at, zone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(at.getTime() / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wall(at: Date, zone: string) {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
  };
}

const pad = (value: number): string => String(value).padStart(2, '0');
