import type { Deadline } from './opportunity.js';

/** A deadline as shown: the calendar day in its own zone, and how far away that is. */
export interface ShownDeadline extends Deadline {
  /** `2027-02-02`, in the deadline's zone */
  readonly day: string;
  /** whole days from the day asked about; 0 is that very day */
  readonly daysLeft: number;
}

/** Fewer days than this, and a call is marked as late to start on. */
export const lateBelowDays = 21;

/** Fewer days than this do not even fit an application of one. */
export const aloneBelowDays = 3;

/** The deadlines that are still to come, the next one first. */
export function deadlinesAhead(deadlines: readonly Deadline[], asOf: Date): ShownDeadline[] {
  return deadlines
    .filter(({ at }) => Date.parse(at) >= asOf.getTime())
    .map((deadline) => {
      const day = dayIn(deadline.zone, deadline.at);
      return { ...deadline, day, daysLeft: daysBetween(isoDay(asOf), day) };
    })
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

/** The calendar day of a moment, as `2026-11-22`, in UTC: the days that people name with `--as-of`. */
export const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Making one takes longer than using it a hundred times; there are a handful of zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayIn(zone: string, at: string): string {
  const format = dayFormats.get(zone) ?? dayFormat(zone);
  dayFormats.set(zone, format);
  return format.format(new Date(at));
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
