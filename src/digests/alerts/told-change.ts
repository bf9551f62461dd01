import type { OpportunityChange } from '../../opportunities/index.js';

/** A fact of a call before and now, as its source states it. */
export interface ToldChange {
  readonly field: 'statedStatus' | 'opensOn' | 'deadlines' | 'budget';
  readonly before: unknown;
  readonly now: unknown;
}

/** One line for each fact: what stood before the first change, and what stands after the last. */
export function firstToLast(
  changes: readonly Pick<OpportunityChange, 'field' | 'oldValue' | 'newValue'>[],
): ToldChange[] {
  const told = new Map<string, ToldChange>();
  for (const { field, oldValue, newValue } of changes)
    told.set(field, {
      field: field as ToldChange['field'],
      before: told.has(field) ? told.get(field)?.before : oldValue,
      now: newValue,
    });
  return [...told.values()];
}
