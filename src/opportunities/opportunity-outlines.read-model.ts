import type { Unit } from '../platform/database/unit-of-work.js';
import type { Budget, OpportunityId, OpportunityKind, OpportunityStatus } from './opportunity.js';
import { isListed, statusOn, type Dates } from './opportunity-status.js';

/** An opportunity without its texts: what a table of all of them shows. */
export interface OpportunityOutline extends Dates {
  readonly id: OpportunityId;
  readonly kind: OpportunityKind;
  readonly identifier: string;
  readonly title: string;
  readonly programme: string | null;
  readonly part: string | null;
  readonly actionTypes: readonly string[];
  readonly status: OpportunityStatus;
  readonly budget: Budget | null;
  readonly url: string | null;
  readonly invented: boolean;
  /** the source that gave its title: `portal`, `work-programme`, `pilots`, `demo` */
  readonly source: string | null;
  /** announcements of partner searches on the portal; null where it was never asked, or allows none */
  readonly partnerSearches: number | null;
}

/** Tables of many opportunities: one query, no texts. */
export class OpportunityOutlines {
  /** Open, forthcoming or standing on a day, in order of identifier. */
  async listed(unit: Unit, asOf: Date): Promise<OpportunityOutline[]> {
    const rows = await unit.manager.query<Omit<OpportunityOutline, 'status'>[]>(
      `select o.id, o.kind, o.identifier, o.title, o.programme, o.part, o.action_types as "actionTypes",
         o.stated_status as "statedStatus", o.opens_on::text as "opensOn", o.deadlines, o.budget, o.url, o.invented,
         o.provenance ->> 'title' as source, p.announcements as "partnerSearches"
       from opportunity o left join partner_search p on p.opportunity_id = o.id
       where o.stated_status is distinct from 'withdrawn' and (o.last_deadline is null or o.last_deadline >= $1)
       order by o.identifier_key`,
      [asOf],
    );
    return rows
      .map((row) => ({ ...row, status: statusOn(asOf, row) }))
      .filter(({ status }) => isListed(status));
  }
}
