import type { Unit } from '../../platform/database/unit-of-work.js';
import { type SyncSlot, syncSchedule } from './sync-schedule.js';
import type { SyncedSource } from './synced-source.js';

/** A source whose slot has come and that had no good pass since. */
export interface DueSource {
  readonly source: SyncedSource;
  /** in UTC, `20261122T0220` */
  readonly slot: string;
  /** the hour it was found in, `2026112203`: a job that came to nothing is asked for again in the next */
  readonly hour: string;
  /** since the last good pass */
  readonly failures: number;
}

/**
 * What is due by the clock of the database. A missed slot is made up, the newest only; after a failure it is tried
 * again in 10, 20, 40 minutes and so on up to 6 hours.
 *
 * @param among sources to look at
 * @param at the moment to look from; left out: now, by the database
 */
export async function dueSources(
  unit: Unit,
  among: readonly SyncedSource[],
  { at, schedule = syncSchedule }: { readonly at?: Date; readonly schedule?: readonly SyncSlot[] } = {},
): Promise<DueSource[]> {
  const slots = schedule.filter(({ source }) => among.includes(source));
  if (slots.length === 0) return [];
  return unit.manager.query<DueSource[]>(
    `with moment as (select coalesce($2::timestamptz, now()) as now),
     slot as (
       select s.source, max(begun.at) as at
       from moment, json_to_recordset($1::json) as s (source text, every text, after text, zone text),
         lateral (select date_trunc(s.every, moment.now at time zone s.zone) as unit) this,
         lateral (values (this.unit), (this.unit - ('1 ' || s.every)::interval)) earlier (unit),
         lateral (select (earlier.unit + s.after::interval) at time zone s.zone as at) begun
       where begun.at <= moment.now group by s.source)
     select slot.source, coalesce(source.failures, 0) as failures,
       to_char(slot.at at time zone 'UTC', 'YYYYMMDD"T"HH24MI') as slot,
       to_char(moment.now at time zone 'UTC', 'YYYYMMDDHH24') as hour
     from moment, slot left join source on source.name = slot.source
     where (source.last_good_at is null or source.last_good_at < slot.at)
       and (source.claimed_until is null or source.claimed_until < moment.now)
       and (coalesce(source.failures, 0) = 0 or source.last_attempt_at <
         moment.now - least(interval '10 minutes' * power(2, least(source.failures, 9) - 1), interval '6 hours'))
     order by slot.at, slot.source`,
    [JSON.stringify(slots), at ?? null],
  );
}
