import { roundTooSlow } from './round.errors.js';

/** Morning of a working day, everywhere from Lisbon to Helsinki. */
const hourUtc = 8;

/**
 * Whoever is written down must be told within a month (Article 14(3)(a) GDPR): twenty working days are 28 at most, and
 * leave three to spare.
 */
const mostDays = 20;

/**
 * When each of so many people is written to: the first of them at once, the others on the working days that follow
 * (Monday to Friday), so many a day.
 *
 * @returns a moment for each; null: at once
 * @throws {AppError} `accounts.round-too-slow` where the last would be told too late
 */
export function waves(people: number, aDay: number, today: Date): (Date | null)[] {
  const days = Math.ceil(people / aDay);
  if (days > mostDays) throw roundTooSlow(days, Math.ceil(people / mostDays));
  const mornings = workingMornings(today, days - 1);
  return Array.from({ length: people }, (_, at) => mornings[Math.floor(at / aDay) - 1] ?? null);
}

function workingMornings(today: Date, count: number): Date[] {
  const mornings: Date[] = [];
  const day = new Date(today);
  day.setUTCHours(hourUtc, 0, 0, 0);
  while (mornings.length < count) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) mornings.push(new Date(day));
  }
  return mornings;
}
