import type { SavedEvent } from '../../opportunities/index.js';
import type { Unit } from '../../platform/database/unit-of-work.js';

/** Nobody gets a second mail about what they saved within this time; what happens meanwhile stands in the next. */
const pauseHours = 20;

/** A mail that tells somebody of what they saved. */
export interface AlertLetter {
  readonly letter: string;
  readonly user: string;
  readonly clusters: readonly string[];
  /** the member on whose behalf they saved it; null: a cluster */
  readonly organisation: string | null;
}

export interface AlertLine {
  readonly user: string;
  readonly opportunity: string;
  readonly event: string;
}

const speaks = (
  user: string,
  side: string,
): string => `exists (select from role_grant g where g.user_id = ${user}
  and (g.organisation_id = ${side} or g.cluster_id = ${side}) and (g.until is null or g.until > now()))`;

/** Their last word on what comes by itself was that they want nothing of it. */
const refused = (user: string): string => `coalesce((select purpose from consent c where c.user_id = ${user}
  and c.purpose like 'digest-%' order by given_at desc, id desc limit 1), '') = 'digest-never'`;

/** What people were told of what they saved. */
export class SavedAlertStore {
  /**
   * Notes what is to be told, of what was not told before, to those who still speak for whom they saved it and want to
   * hear. Repeatable, and safe at the same time as itself.
   *
   * @returns the letters to write: one for a person
   */
  async note(unit: Unit, events: readonly SavedEvent[]): Promise<AlertLetter[]> {
    return unit.manager.query<AlertLetter[]>(
      `with found as (select * from json_to_recordset($1::json) as r ("user" uuid, side uuid, opportunity uuid, event text)),
         wanted as (select distinct on (f."user", opportunity, event) f.* from found f
           join user_account u on u.id = f."user" and u.disabled_at is null
           where ${speaks('f."user"', 'f.side')} and not ${refused('f."user"')}
             and not exists (select from saved_alert a where a.user_id = f."user"
               and (a.at > now() - interval '${pauseHours} hours' or (a.opportunity_id = f.opportunity and a.event = f.event)))
           order by f."user", opportunity, event, side),
         letters as (select "user", gen_random_uuid() as letter, (array_agg(side order by side))[1] as side
           from wanted group by "user"),
         noted as (insert into saved_alert (id, user_id, opportunity_id, event, letter)
           select gen_random_uuid(), w."user", w.opportunity, w.event, l.letter from wanted w join letters l using ("user")
           on conflict do nothing returning letter)
       select l.letter, l."user", o.id as organisation,
         coalesce((select array_agg(m.cluster_id order by m.since nulls last, m.cluster_id) from membership m
           where m.organisation_id = l.side and (m.until is null or m.until > now())), array[k.id]) as clusters
       from letters l left join organisation o on o.id = l.side left join cluster k on k.id = l.side
       where l.letter in (select letter from noted) order by l."user"`,
      [JSON.stringify(events)],
    );
  }

  /** What a letter tells; `wanted`: its reader has not said meanwhile that they want none. */
  async lines(unit: Unit, letter: string): Promise<{ lines: AlertLine[]; wanted: boolean }> {
    const rows = await unit.manager.query<(AlertLine & { wanted: boolean })[]>(
      `select user_id as user, opportunity_id as opportunity, event, not ${refused('a.user_id')} as wanted
       from saved_alert a where letter = $1 order by opportunity_id, event`,
      [letter],
    );
    return { lines: rows, wanted: rows.every(({ wanted }) => wanted) };
  }
}
