import type { Unit } from '../platform/database/unit-of-work.js';
import type { Deadline, StatedStatus } from './opportunity.js';

/** What changed lately, with what stood before: the old value stays visible. */
export interface RecentChange {
  /** when the newest of it was seen, ISO instant */
  readonly at: string;
  /** `deadlines`, `statedStatus`, `opensOn`, `title`, `budget`, `actionTypes`, `sections`; in order of letters */
  readonly fields: readonly string[];
  /** the deadlines before they moved; null where they did not, empty where none was stated */
  readonly deadlinesBefore: readonly Deadline[] | null;
  /** what the source said before; null where that did not change, or where it said nothing */
  readonly statusBefore: StatedStatus | null;
}

/** How long a change counts as new, in days: longer than the pause between two looks of those who look rarely. */
const recentDays = 30;

/**
 * @param ids of opportunities
 * @param asOf the day that decides what is recent; what was seen later does not count
 * @returns by id; those that did not change are absent
 */
export async function recentChanges(
  unit: Unit,
  ids: readonly string[],
  asOf: Date,
): Promise<Map<string, RecentChange>> {
  const since = new Date(asOf.getTime() - recentDays * 86_400_000).toISOString();
  return changes(unit, new Map(ids.map((id) => [id, since])), asOf);
}

/**
 * @param since id → ISO instant
 * @returns by id, what changed after that; those that did not change are absent
 */
export function changesSince(
  unit: Unit,
  since: ReadonlyMap<string, string>,
): Promise<Map<string, RecentChange>> {
  return changes(unit, since, null);
}

async function changes(
  unit: Unit,
  since: ReadonlyMap<string, string>,
  until: Date | null,
): Promise<Map<string, RecentChange>> {
  if (since.size === 0) return new Map();
  const rows = await unit.manager.query<(RecentChange & { id: string })[]>(
    `select opportunity_id as id, array_agg(distinct field order by field) as fields,
       to_char(max(seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       (array_agg(old_value order by seen_at, c.id) filter (where field = 'deadlines'))[1] as "deadlinesBefore",
       (array_agg(old_value order by seen_at, c.id) filter (where field = 'statedStatus'))[1] as "statusBefore"
     from opportunity_change c
     join unnest($1::uuid[], $2::timestamptz[]) as asked (id, since) on asked.id = c.opportunity_id
     where seen_at > asked.since and ($3::timestamptz is null or seen_at <= $3)
     group by opportunity_id`,
    [[...since.keys()], [...since.values()], until],
  );
  return new Map(rows.map(({ id, ...change }) => [id, change]));
}
