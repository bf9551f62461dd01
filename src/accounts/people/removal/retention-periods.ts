import type { HeldRecords } from './held-records.js';
import { undoDays } from './removal.store.js';
import { ownTerms } from './retention.store.js';

/** How long one class of data is kept: several periods where it depends. */
export interface RetentionPeriod {
  /** name of the class in the counts of a retention run: `sessionsEnded` */
  readonly data: string;
  /** `12 months`, `7 days` */
  readonly kept: readonly string[];
}

/** Read from the very statements that the daily run executes, so that what is said is what is done. */
export function retentionPeriods(held: HeldRecords): RetentionPeriod[] {
  const terms = Object.entries({ ...ownTerms, ...held.terms }).map(([data, sql]) => ({
    data,
    kept: [...new Set([...sql.matchAll(/interval '(\d+ \w+)'/g)].map(([, period]) => period ?? ''))],
  }));
  return [{ data: 'removalsSealed', kept: [`${undoDays} days`] }, ...terms];
}
