import type { Deadline, OpportunityKind, OpportunityStatus, StatedStatus } from './opportunity.js';

/** What decides the status of an opportunity at a moment. */
export interface Dates {
  readonly kind: OpportunityKind;
  readonly statedStatus: StatedStatus | null;
  readonly opensOn: string | null;
  readonly deadlines: readonly Deadline[];
}

/**
 * What holds at `now`: from the dates where there are any, because sources keep saying "open" for years; the
 * source's word only where no date decides. A withdrawn one stays withdrawn.
 *
 * Forthcoming before it opens, closed when all deadlines are past, else open.
 */
export function statusOn(now: Date, dates: Dates): OpportunityStatus {
  if (dates.statedStatus === 'withdrawn') return 'withdrawn';
  const last = lastDeadline(dates.deadlines);
  if (last !== null && last.getTime() < now.getTime()) return 'closed';
  if (dates.opensOn !== null && isoDay(now) < dates.opensOn) return 'forthcoming';
  if (last !== null)
    return dates.opensOn === null && dates.statedStatus === 'forthcoming' ? 'forthcoming' : 'open';
  if (dates.statedStatus !== null) return dates.statedStatus;
  return isStanding(dates.kind) ? 'standing' : 'open';
}

/** A pilot or demo-case is matched for as long as it is listed. */
export function isStanding(kind: OpportunityKind): boolean {
  return kind === 'pilot' || kind === 'demo-case';
}

export function lastDeadline(deadlines: readonly Deadline[]): Date | null {
  const times = deadlines.map(({ at }) => Date.parse(at));
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** Whether a list shows it without being asked for the rest: open, forthcoming or standing. */
export function isListed(status: OpportunityStatus): boolean {
  return status === 'open' || status === 'forthcoming' || status === 'standing';
}

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);
