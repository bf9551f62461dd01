import type { Unit } from '../platform/database/unit-of-work.js';
import type { OpportunityChange } from './opportunity.read-model.js';

/** Something that happened to what somebody keeps an eye on. */
export interface SavedEvent {
  /** id of the user who saved it */
  readonly user: string;
  /** the cluster or the organisation on whose behalf */
  readonly side: string;
  readonly opportunity: string;
  /** `change:<id of the change>`, `left-21:<deadline>`, `left-7:<deadline>` */
  readonly event: string;
}

/** A change of some call. */
export interface CallChange {
  readonly id: string;
  readonly opportunity: string;
  /** the call was withdrawn by it */
  readonly withdrawn: boolean;
}

/** Whoever makes plans is told of these; a text that was polished is none of them. */
const toldFields = ['statedStatus', 'opensOn', 'deadlines', 'budget'];

/** A change is news for so long, in days. */
const newsDays = 7;

/** The questions that those ask who tell people of what they saved. */
export class SavedEvents {
  /**
   * What happened of late to anything saved, since it was saved: changes, and deadlines that have come within 21 and
   * within 7 days. That a call closed at its deadline is no news. As of the database's clock.
   */
  async recent(unit: Unit): Promise<SavedEvent[]> {
    return unit.manager.query<SavedEvent[]>(
      `with saved as (select actor as user_id, side_id, opportunity_id, saved_at from saved_opportunity
           where actor ~ '^[0-9a-f-]{36}$'),
         changed as (select s.user_id, s.side_id, s.opportunity_id, 'change:' || c.id as event
           from saved s join opportunity_change c on c.opportunity_id = s.opportunity_id
           where c.field = any ($1) and c.seen_at > s.saved_at and c.seen_at > now() - interval '${newsDays} days'
             and not (c.field = 'statedStatus' and c.new_value = '"closed"')),
         next as (select s.user_id, s.side_id, s.opportunity_id, s.saved_at, min((d ->> 'at')::timestamptz) as at
           from saved s join opportunity o on o.id = s.opportunity_id
           cross join lateral jsonb_array_elements(o.deadlines) d
           where o.stated_status is distinct from 'withdrawn' and (d ->> 'at')::timestamptz > now()
           group by s.user_id, s.side_id, s.opportunity_id, s.saved_at),
         near as (select user_id, side_id, opportunity_id, 'left-' || days || ':' || to_char(at at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS"Z"') as event
           from next cross join lateral (select case when at <= now() + interval '7 days' then 7 else 21 end as days) l
           where at <= now() + interval '21 days' and saved_at < at - make_interval(days => days))
       select user_id as user, side_id as side, opportunity_id as opportunity, event from changed
       union select user_id, side_id, opportunity_id, event from near order by 1, 2, 3, 4`,
      [toldFields],
    );
  }

  /** The same of any call, saved or not: what changed within the last days. The newest 5,000. */
  async anywhere(unit: Unit): Promise<CallChange[]> {
    return unit.manager.query<CallChange[]>(
      `select id, opportunity_id as opportunity,
         field = 'statedStatus' and new_value = '"withdrawn"' as withdrawn
       from opportunity_change where field = any ($1) and seen_at > now() - interval '${newsDays} days'
         and not (field = 'statedStatus' and new_value = '"closed"')
       order by seen_at desc, id limit 5000`,
      [toldFields],
    );
  }

  /** Which of these somebody still keeps an eye on. */
  async stillSaved(unit: Unit, user: string, opportunities: readonly string[]): Promise<Set<string>> {
    const rows = await unit.manager.query<{ id: string }[]>(
      'select distinct opportunity_id as id from saved_opportunity where actor = $1 and opportunity_id = any ($2)',
      [user, opportunities],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns the changes with those ids, by id of the opportunity, the oldest first */
  async changes(unit: Unit, ids: readonly string[]): Promise<Map<string, OpportunityChange[]>> {
    const rows = await unit.manager.query<(OpportunityChange & { opportunity: string })[]>(
      `select opportunity_id as opportunity, field, old_value as "oldValue", new_value as "newValue", source,
         to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt"
       from opportunity_change where id = any ($1) order by seen_at, id`,
      [ids],
    );
    const found = new Map<string, OpportunityChange[]>();
    for (const { opportunity, ...change } of rows)
      found.set(opportunity, [...(found.get(opportunity) ?? []), change]);
    return found;
  }
}
