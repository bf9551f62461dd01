import { createHash } from 'node:crypto';

import { mergeOpportunity, type MergedOpportunity } from './merge-opportunity.js';
import type { OpportunityRecord, OpportunitySource } from './opportunity.js';

/** The newest word of one source on one opportunity, as stored. */
export interface StoredRecord {
  readonly opportunityId: string;
  readonly source: OpportunitySource;
  readonly identifierKey: string;
  readonly contentHash: string;
  readonly observedAt: Date;
  readonly record: OpportunityRecord;
}

/** A fact that changed; the old value stays visible. */
export interface FieldChange {
  readonly field: string;
  readonly oldValue: unknown;
  readonly newValue: unknown;
}

/** What saving one record does. `same` may still carry a newer observation. */
export type PlannedSave =
  | { readonly verdict: 'older' }
  | { readonly verdict: 'same'; readonly observedLater: boolean }
  | { readonly verdict: 'new'; readonly view: MergedOpportunity }
  | {
      readonly verdict: 'changed';
      readonly view: MergedOpportunity;
      readonly changes: readonly FieldChange[];
    };

/** What people are shown as a change; the rest (keywords, addresses, provenance) changes silently. */
const watched = [
  'title',
  'statedStatus',
  'opensOn',
  'deadlines',
  'budget',
  'actionTypes',
  'sections',
] as const;

/**
 * Decides what one source's record does to what stands.
 *
 * An observation older than the source's own last one changes nothing, whatever it says.
 *
 * @param stored all sources' records of the same identifier
 */
export function planSave(record: OpportunityRecord, stored: readonly StoredRecord[]): PlannedSave {
  const own = stored.find(({ source }) => source === record.source);
  const observedAt = new Date(record.observedAt);
  if (own && own.contentHash === contentHash(record)) {
    return { verdict: 'same', observedLater: own.observedAt < observedAt };
  }
  if (own && own.observedAt > observedAt) return { verdict: 'older' };
  const others = stored.filter(({ source }) => source !== record.source).map((sibling) => sibling.record);
  const view = mergeOpportunity([...others, record]);
  if (stored.length === 0) return { verdict: 'new', view };
  const before = mergeOpportunity(stored.map((sibling) => sibling.record));
  return { verdict: 'changed', view, changes: differences(before, view, own !== undefined) };
}

/** SHA-256 over the record without the moment it was read: equal hash, nothing changed. */
export function contentHash(record: OpportunityRecord): string {
  return createHash('sha256')
    .update(canonical({ ...record, observedAt: null }))
    .digest('hex');
}

/** What people make plans by: told even where it was another source that said otherwise. */
const planned: ReadonlySet<string> = new Set(['statedStatus', 'opensOn', 'deadlines']);

/**
 * What changed, rather than what one source says in other words than another.
 *
 * @param spokeBefore the source whose record is new had said something of the opportunity already
 */
function differences(
  before: MergedOpportunity,
  after: MergedOpportunity,
  spokeBefore: boolean,
): FieldChange[] {
  const isChange = (field: (typeof watched)[number]): boolean => {
    if (canonical(before[field]) === canonical(after[field])) return false;
    const was = before.provenance[field];
    const is = after.provenance[field];
    if (was === undefined) return spokeBefore;
    if (was === 'demo') return false; // no fact, so nothing changed when a source takes its place
    return was === is || is === undefined || planned.has(field);
  };
  return watched
    .filter(isChange)
    .map((field) => ({ field, oldValue: before[field], newValue: after[field] }));
}

/** JSON with the keys of every object in order, because what comes back from the database has lost its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => Number(a > b) - Number(a < b)))
      : inner,
  );
}
