import type { SyncedSource } from './synced-source.js';

/** When a source is to be renewed: so long after the beginning of each day or month, by the clock of a zone. */
export interface SyncSlot {
  readonly source: SyncedSource;
  readonly every: 'day' | 'month';
  /** behind the beginning of it, as PostgreSQL writes an interval */
  readonly after: string;
  /** IANA name */
  readonly zone: string;
}

const zone = 'Europe/Rome';

/**
 * The one list. Nights, when the portal has little to do; CORDIS is published once a month or so, and asking costs
 * nothing where it has nothing new.
 */
export const syncSchedule: readonly SyncSlot[] = [
  { source: 'portal', every: 'day', after: '3 hours 20 minutes', zone },
  { source: 'partner-search', every: 'day', after: '3 hours 50 minutes', zone },
  { source: 'cordis', every: 'month', after: '9 days 4 hours 20 minutes', zone },
];

/** Which sources the service renews by itself; none unless a setting names them. */
export class ScheduledSources {
  constructor(readonly names: readonly SyncedSource[] = []) {}
}
