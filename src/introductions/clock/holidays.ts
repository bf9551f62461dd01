/** Days of the year as `MM-DD`, and days before or after Easter Sunday. */
interface Holidays {
  readonly fixed: readonly string[];
  /** Easter Monday is 1, Good Friday -2, Ascension 39, Whit Monday 50, Corpus Christi 60 */
  readonly easter: readonly number[];
}

const of = (fixed: string, easter: readonly number[]): Holidays => ({ fixed: fixed.split(' '), easter });

/**
 * National holidays by country, as each state's law has them; those of single regions are not here. A country that is
 * missing has none but 1 January and 25 December. Midsummer Eve in Finland and Sweden moves and is left out.
 */
const national: Readonly<Record<string, Holidays>> = {
  AT: of('01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26', [1, 39, 50, 60]),
  BE: of('01-01 05-01 07-21 08-15 11-01 11-11 12-25', [1, 39, 50]),
  CZ: of('01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26', [-2, 1]),
  DE: of('01-01 05-01 10-03 12-25 12-26', [-2, 1, 39, 50]),
  DK: of('01-01 12-25 12-26', [-3, -2, 1, 39, 50]),
  ES: of('01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25', [-2]),
  FI: of('01-01 01-06 05-01 12-06 12-24 12-25 12-26', [-2, 1, 39]),
  FR: of('01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25', [1, 39, 50]),
  GB: of('01-01 12-25 12-26', [-2, 1]),
  GR: of('01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26', []),
  IT: of('01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26', [1]),
  NL: of('01-01 04-27 12-25 12-26', [1, 39, 50]),
  NO: of('01-01 05-01 05-17 12-25 12-26', [-3, -2, 1, 39, 50]),
  PL: of('01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-25 12-26', [1, 60]),
  PT: of('01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25', [-2, 60]),
  SE: of('01-01 01-06 05-01 06-06 12-24 12-25 12-26 12-31', [-2, 1, 39]),
  SI: of('01-01 01-02 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26', [1]),
};
const elsewhere = of('01-01 12-25', []);

/** From 2026 Italy keeps the day of Saint Francis again (law 151 of 8 October 2025). */
const saintFrancis = { country: 'IT', day: '10-04', since: 2026 };

/** The day of a province's chief town: the twelve of Lombardy, and a few others where clusters are. By NUTS 3. */
const patronSaints: Readonly<Record<string, string>> = {
  ITC11: '06-24', // Torino
  ITC33: '06-24', // Genova
  ITC41: '05-08', // Varese
  ITC42: '08-31', // Como
  ITC43: '12-06', // Lecco
  ITC44: '06-19', // Sondrio
  ITC46: '08-26', // Bergamo
  ITC47: '02-15', // Brescia
  ITC48: '12-09', // Pavia
  ITC49: '01-19', // Lodi
  ITC4A: '11-13', // Cremona
  ITC4B: '03-18', // Mantova
  ITC4C: '12-07', // Milano
  ITC4D: '06-24', // Monza e Brianza
  ITH36: '06-13', // Padova
  ITH55: '10-04', // Bologna
  ITI14: '06-24', // Firenze
  ITI43: '06-29', // Roma
};

/** When a country's firms stand still in summer: first and last day. */
const summerClosure: Readonly<Record<string, readonly [string, string]>> = { IT: ['08-08', '08-23'] };

/** What decides which holidays a place keeps. */
export interface HolidayPlace {
  /** ISO 3166-1 alpha-2; null: not stated */
  readonly country: string | null;
  /** NUTS code; a patron saint is known at level 3 alone */
  readonly nuts: string | null;
  /** `12-07`, as the place says itself; null: the chief town's */
  readonly patronSaint: string | null;
}

/**
 * Whether a place does not work on a day, weekends apart.
 *
 * @param day `2026-08-15`
 */
export function isHoliday(day: string, { country, nuts, patronSaint }: HolidayPlace): boolean {
  const year = Number(day.slice(0, 4));
  const date = day.slice(5);
  const { fixed, easter } = national[country ?? ''] ?? elsewhere;
  if (fixed.includes(date) || (patronSaint ?? patronSaints[nuts ?? '']) === date) return true;
  if (country === saintFrancis.country && date === saintFrancis.day && year >= saintFrancis.since)
    return true;
  const closure = summerClosure[country ?? ''];
  if (closure && date >= closure[0] && date <= closure[1]) return true;
  const sunday = easterSunday(year);
  return easter.some((days) => dayAfter(sunday, days) === day);
}

/** @param day `2026-08-15` @param days may be negative */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
