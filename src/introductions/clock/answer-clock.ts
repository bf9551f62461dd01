import { dayAfter, isHoliday } from './holidays.js';
import { localDay, momentAt, zoneOf } from './local-time.js';

/** When one side works. */
export interface WorkPlace {
  /** ISO 3166-1 alpha-2; null: not stated */
  readonly country: string | null;
  readonly nuts: string | null;
  /** IANA time zone, where it was said; null: the country's */
  readonly zone: string | null;
  /** `12-07`, where it was said; null: the province's */
  readonly patronSaint: string | null;
  /** the organisation's own closing dates and those of its cluster, first and last day */
  readonly closed: readonly { readonly from: string; readonly until: string }[];
}

/** Working days after which something happens, the day it was sent not counted. */
export const clockDays = { remind: 3, escalate: 5, expire: 10, call: 3 } as const;

/** The hour of the recipient's day at which it does. */
const hour = 9;

/** What a request waits for. */
export interface AnswerClock {
  readonly remindAt: Date;
  readonly escalateAt: Date;
  readonly expireAt: Date;
}

/** Neither a weekend, nor a holiday, nor a closing day. */
export function isWorkingDay(day: string, place: WorkPlace): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(day, place)) return false;
  return !place.closed.some(({ from, until }) => day >= from && day <= until);
}

/** Further than that nobody closes: what says so is wrong, and time goes on. */
const longestClosure = 180;

/** The day that is so many working days later for every place named. */
export function workingDayAfter(day: string, count: number, places: readonly WorkPlace[]): string {
  let [at, left, closed] = [day, count, 0];
  while (left > 0) {
    at = dayAfter(at, 1);
    const works = places.every((place) => isWorkingDay(at, place));
    closed = works ? 0 : closed + 1;
    if (works || closed > longestClosure) left -= 1;
  }
  return at;
}

/**
 * When a request that starts to wait at a moment is to be remembered, escalated and given up. Days are working days of
 * both sides, counted in the recipient's time zone, at nine in the morning there.
 */
export function startClock(at: Date, recipient: WorkPlace, sender: WorkPlace): AnswerClock {
  const after = (days: number): Date => later(at, days, recipient, sender);
  return {
    remindAt: after(clockDays.remind),
    escalateAt: after(clockDays.escalate),
    expireAt: after(clockDays.expire),
  };
}

/** "I will call" gives the recipient more time: working days from the moment the clock stood at. */
export function pauseClock(expireAt: Date, now: Date, recipient: WorkPlace, sender: WorkPlace): Date {
  return later(expireAt > now ? expireAt : now, clockDays.call, recipient, sender);
}

function later(at: Date, days: number, recipient: WorkPlace, sender: WorkPlace): Date {
  const zone = recipient.zone ?? zoneOf(recipient.country);
  return momentAt(workingDayAfter(localDay(at, zone), days, [recipient, sender]), hour, zone);
}

/** So many days before a deadline nobody but the replacement of a partner is looked for. */
const replacementOnlyDays = 10;

/** Whether the deadline is so near that only a replacement may be asked for (check B-25). */
export function replacementOnly(deadline: Date | null, now: Date): boolean {
  if (deadline === null) return false;
  return deadline.getTime() - now.getTime() < replacementOnlyDays * 86_400_000;
}
