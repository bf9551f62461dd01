import { bulkInsert } from '../platform/database/bulk-insert.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import type { OpportunityId } from './opportunity.js';
import { isListed, statusOn, type Dates } from './opportunity-status.js';

/** Who looks for partners for one call on the portal: organisations alone. */
export interface PartnerSearch {
  readonly announcements: number;
  /** in order */
  readonly pics: readonly string[];
  /** when the portal showed it, ISO instant */
  readonly seenAt: string;
}

/** A call that partners can be searched for. */
export interface SearchableCall {
  readonly id: OpportunityId;
  readonly identifier: string;
}

/** Announcements of partner searches, as counts and identification codes per call. */
export class PartnerSearchStore {
  /** Calls of the portal that are open or forthcoming and allow it, in order of identifier. */
  async searchable(unit: Unit, now: Date): Promise<SearchableCall[]> {
    const rows = await unit.manager.query<(SearchableCall & Dates)[]>(
      `select id, identifier, kind, stated_status as "statedStatus", opens_on::text as "opensOn", deadlines
       from opportunity where flags->'partnerSearch' = 'true' order by identifier_key`,
    );
    return rows
      .filter((row) => isListed(statusOn(now, row)))
      .map(({ id, identifier }) => ({ id, identifier }));
  }

  /** Replaces what is known of these calls. @returns how many it wrote; one that says the same again counts as none */
  async save(unit: Unit, searches: ReadonlyMap<OpportunityId, PartnerSearch>): Promise<number> {
    const rows = [...searches].map(([id, { announcements, pics, seenAt }]) => ({
      opportunity_id: id,
      announcements,
      pics,
      seen_at: seenAt,
    }));
    const [changed] = await unit.manager.query<{ n: number }[]>(
      `select count(*)::int as n from json_to_recordset($1::json) as v (opportunity_id uuid, announcements int, pics text[])
       left join partner_search p on p.opportunity_id = v.opportunity_id
       where p.announcements is distinct from v.announcements or p.pics is distinct from v.pics`,
      [JSON.stringify(rows)],
    );
    await bulkInsert(
      unit,
      {
        table: 'partner_search',
        columns: ['opportunity_id', 'announcements', 'pics', 'seen_at'],
        conflict: `on conflict (opportunity_id) do update set announcements = excluded.announcements,
          pics = excluded.pics, seen_at = excluded.seen_at where partner_search.seen_at <= excluded.seen_at`,
      },
      rows,
    );
    return changed?.n ?? 0;
  }

  /** By id of the opportunity; absent where the portal was never asked, or allows no search. */
  async of(unit: Unit, ids: readonly OpportunityId[]): Promise<Map<OpportunityId, PartnerSearch>> {
    const rows = await unit.manager.query<(PartnerSearch & { id: OpportunityId })[]>(
      `select opportunity_id as id, announcements, pics,
         to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "seenAt"
       from partner_search where opportunity_id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, ...search }) => [id, search]));
  }

  /** Null where the portal was never asked, or allows no search. */
  async find(unit: Unit, id: OpportunityId): Promise<PartnerSearch | null> {
    return (await this.of(unit, [id])).get(id) ?? null;
  }
}
