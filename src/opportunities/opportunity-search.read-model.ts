import type { Unit } from '../platform/database/unit-of-work.js';
import type { OpportunityId } from './opportunity.js';
import type { SearchedOpportunity } from './opportunity-search.js';

/** In which order a list stands; ties by identifier. */
export const searchOrders = ['identifier', 'deadline', 'words'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/** Found by words; what its texts speak of is told by `texts`. */
export type FoundByWords = Omit<SearchedOpportunity, 'ecosystems'> & { readonly version: number };

/** What an opportunity says, one text after the other. */
export interface OpportunityText {
  readonly id: OpportunityId;
  readonly title: string;
  /** of all sections */
  readonly text: string;
  /** null where sections are in several languages, or in none that is stated */
  readonly language: 'en' | 'it' | null;
}

/** Finds opportunities by words of either language. */
export class OpportunitySearchReadModel {
  /**
   * Every opportunity, or those that speak of the words: all of them, as whole words in any form of English or
   * Italian, or as a part of the identifier or the title.
   *
   * @param order `deadline`: the next one first, those without last; `words`: the best answer first
   */
  async candidates(
    unit: Unit,
    {
      words,
      order,
      asOf,
    }: { readonly words: string | null; readonly order: SearchOrder; readonly asOf: Date },
  ): Promise<FoundByWords[]> {
    const part = words === null ? null : `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
    return unit.manager.query<FoundByWords[]>(
      `with asked as (select websearch_to_tsquery('english', $1) as en, websearch_to_tsquery('italian', $1) as it)
       select o.id, o.identifier_key as "identifierKey", o.kind, o.programme, o.part,
         o.action_types as "actionTypes", o.stated_status as "statedStatus", o.opens_on::text as "opensOn",
         o.deadlines, o.budget, o.trl_from as "trlFrom", o.trl_to as "trlTo", o.flags -> 'regions' as regions, o.version
       from opportunity o, asked
       where $1::text is null or o.words @@ asked.en or o.words @@ asked.it or o.identifier ilike $2 or o.title ilike $2
       order by ${orders[order]}, o.identifier_key`,
      order === 'deadline' ? [words, part, asOf] : [words, part],
    );
  }

  /** The texts of those named, as far as they are there. */
  async texts(unit: Unit, ids: readonly OpportunityId[]): Promise<OpportunityText[]> {
    if (ids.length === 0) return [];
    return unit.manager.query<OpportunityText[]>(
      `select o.id, o.title, coalesce(string_agg(s ->> 'text', E'\\n'), '') as text,
         case when min(s ->> 'language') = max(s ->> 'language') then min(s ->> 'language') end as language
       from opportunity o left join lateral jsonb_array_elements(o.sections) s on true
       where o.id = any($1) group by o.id, o.title`,
      [ids],
    );
  }
}

/** Clauses of ours, by name: nothing from outside becomes part of a statement. */
const orders: Readonly<Record<SearchOrder, string>> = {
  identifier: 'o.identifier_key',
  deadline: `(select min(d ->> 'at') from jsonb_array_elements(o.deadlines) d
    where (d ->> 'at')::timestamptz >= $3::timestamptz) nulls last`,
  words: `coalesce((o.identifier ilike $2 or o.title ilike $2)::int, 0) desc,
    greatest(ts_rank(o.words, asked.en), ts_rank(o.words, asked.it)) desc nulls last`,
};
