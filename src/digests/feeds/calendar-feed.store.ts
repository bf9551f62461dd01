import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';

/** More than any calendar shows; the nearest first. */
const mostCalls = 500;

/** The addresses under which calendar programs read, and what they may find there. */
export class CalendarFeedStore {
  /** Gives a new address, which is known from now on to its reader alone; the one before leads nowhere. @returns its secret */
  async renew(unit: Unit, user: string): Promise<string> {
    const token = newToken();
    await unit.manager.query(
      `insert into calendar_feed (user_id, token_hash) values ($1, $2)
       on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = now()`,
      [user, tokenHash(token)],
    );
    return token;
  }

  async end(unit: Unit, user: string): Promise<void> {
    await unit.manager.query('delete from calendar_feed where user_id = $1', [user]);
  }

  /** Since when there is an address; null: there is none. */
  async since(unit: Unit, user: string): Promise<Date | null> {
    const [row] = await unit.manager.query<{ at: Date }[]>(
      'select created_at as at from calendar_feed where user_id = $1',
      [user],
    );
    return row?.at ?? null;
  }

  /**
   * Whose address it is, and the calls that they saved on behalf of whom they still speak for; null: nobody's, or
   * somebody's who may sign in no more.
   */
  async opened(
    unit: Unit,
    token: string,
  ): Promise<{ readonly language: 'en' | 'it'; readonly calls: readonly string[] } | null> {
    const [row] = await unit.manager.query<{ language: 'en' | 'it'; calls: string[] }[]>(
      `select u.language, array(select distinct s.opportunity_id from saved_opportunity s
           where s.actor = u.id::text and exists (select from role_grant g where g.user_id = u.id
             and (g.organisation_id = s.side_id or g.cluster_id = s.side_id) and (g.until is null or g.until > now()))
           limit ${mostCalls}) as calls
       from calendar_feed f join user_account u on u.id = f.user_id
       where f.token_hash = $1 and u.disabled_at is null`,
      [tokenHash(token)],
    );
    return row ?? null;
  }
}
