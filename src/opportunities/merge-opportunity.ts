import { opportunitySources, type OpportunityRecord, type OpportunitySource } from './opportunity.js';

/** The merged view of what the sources say about one opportunity, and which source gave each field. */
export interface MergedOpportunity extends Omit<OpportunityRecord, 'source' | 'sourceKey'> {
  readonly provenance: Readonly<Record<string, OpportunitySource>>;
}

const fields = [
  'kind',
  'identifier',
  'title',
  'programme',
  'part',
  'callIdentifier',
  'callTitle',
  'actionTypes',
  'statedStatus',
  'opensOn',
  'deadlines',
  'budget',
  'trlFrom',
  'trlTo',
  'keywords',
  'sections',
  'url',
] as const satisfies readonly (keyof OpportunityRecord)[];

/**
 * Per field the most trusted source that states it: portal, then work programme, then the pilot files, then
 * what a cluster added by hand, then the demonstration set, of which nothing but its summary outlives a real record, and that only until a real text comes.
 * Flags are united, the more trusted source winning where two name the same flag.
 *
 * @param records at least one; one per source
 */
export function mergeOpportunity(records: readonly OpportunityRecord[]): MergedOpportunity {
  const ordered = [...records].sort(
    (a, b) => opportunitySources.indexOf(a.source) - opportunitySources.indexOf(b.source),
  );
  const best = ordered[0];
  if (!best) throw new RangeError('an opportunity needs at least one record');
  const provenance: Record<string, OpportunitySource> = {};
  const merged: Record<string, unknown> = {};
  for (const field of fields) {
    const stating = ordered.find((record) => isStated(record[field]));
    merged[field] = (stating ?? best)[field];
    if (stating) provenance[field] = stating.source;
  }
  const observedAt = ordered
    .map((record) => record.observedAt)
    .sort()
    .at(-1);
  return {
    ...(merged as unknown as Pick<OpportunityRecord, (typeof fields)[number]>),
    flags: Object.assign(
      {},
      ...[...ordered].reverse().map(({ flags }) => flags),
    ) as OpportunityRecord['flags'],
    observedAt: observedAt ?? best.observedAt,
    invented: best.invented,
    provenance,
  };
}

function isStated(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}
