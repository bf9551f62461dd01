import { csv } from '../../platform/http/csv.js';
import type { FoundOpportunity } from './search-opportunities.js';

const columns: readonly [string, (one: FoundOpportunity) => string | number | null][] = [
  ['identifier', ({ card }) => card.identifier],
  ['title', ({ card }) => card.title],
  ['kind', ({ card }) => card.kind],
  ['programme', ({ card }) => card.programme],
  ['part', ({ card }) => card.part],
  ['actionTypes', ({ card }) => card.actionTypes.join('; ')],
  ['status', ({ card }) => card.status],
  ['opensOn', ({ card }) => card.opensOn],
  ['deadlines', ({ card }) => card.deadlines.map(({ at }) => at.slice(0, 10)).join('; ')],
  ['projectMinEur', ({ card }) => card.budget?.perProjectMinEur ?? null],
  ['projectMaxEur', ({ card }) => card.budget?.perProjectMaxEur ?? null],
  ['fit', ({ fit }) => fit?.fit.band ?? null],
  ['trackRecord', ({ fit }) => fit?.trackRecord.band ?? null],
  ['saved', ({ saved }) => (saved ? 'yes' : 'no')],
  ['url', ({ card }) => card.url],
  ['invented', ({ card }) => (card.invented ? 'yes' : 'no')],
  ['observedAt', ({ card }) => card.observedAt],
];

/** A list as CSV. */
export function opportunityTable(found: readonly FoundOpportunity[]): string {
  return csv(
    columns.map(([name]) => name),
    found.map((one) => columns.map(([, value]) => value(one))),
  );
}
