const dayMs = 86_400_000;

/** Whole days until a moment, by the reader's calendar: 0 is today, -1 yesterday. */
export function daysLeft(until: Date, now: Date): number {
  const day = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(until) - day(now)) / dayMs);
}
