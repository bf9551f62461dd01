import { readPortal } from '../../src/ingest/portal/read-portal.js';
import { readTopics } from '../../src/ingest/topics/read-topics.js';
import { draftNeeds, type NeedCues, type NeededRole } from '../../src/consortia/index.js';
import type { OpportunityRecord } from '../../src/opportunities/index.js';
import { loadTaxonomy } from '../../src/taxonomy/index.js';
import type { JudgedNeeds } from './read-judged-needs.js';

const tables = ['topics-2025-cl3-cl5.jsonl.gz', 'work-programme-topics.jsonl.gz'];
const portal = 'topics-open-forthcoming-2026.jsonl.gz';

/** How a draft compares with what a person found. */
export interface JudgedDraft extends JudgedNeeds {
  readonly found: readonly NeededRole[];
  readonly missed: readonly NeededRole[];
  readonly drafted: readonly NeededRole[];
  readonly spurious: readonly NeededRole[];
}

/**
 * Drafts the needs of the judged calls from their texts.
 *
 * @param folder of the portal's data
 * @throws {TypeError} where a judged call is not there
 */
export async function judgeNeeds(
  folder: string,
  judged: readonly JudgedNeeds[],
  cues: NeedCues,
): Promise<readonly JudgedDraft[]> {
  const calls = await readCalls(folder, new Set(judged.map(({ topic }) => topic.toLowerCase())));
  return judged.map((one) => {
    const call = calls.get(one.topic.toLowerCase());
    if (call === undefined) throw new TypeError(`needs.yaml: ${one.topic} is not in ${folder}`);
    const drafted = draftNeeds(call, cues).map(({ role }) => role);
    return {
      ...one,
      found: one.asked.filter((role) => drafted.includes(role)),
      missed: one.asked.filter((role) => !drafted.includes(role)),
      drafted,
      spurious: drafted.filter((role) => !one.asked.includes(role) && !one.fitting.includes(role)),
    };
  });
}

async function readCalls(
  folder: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, OpportunityRecord>> {
  const taxonomy = loadTaxonomy();
  const seenAt = new Date('2026-11-21T00:00:00Z');
  const calls = new Map<string, OpportunityRecord>();
  const add = (record: OpportunityRecord | null): void => {
    if (record !== null && wanted.has(record.identifier.toLowerCase()) && record.sections.length > 0)
      calls.set(record.identifier.toLowerCase(), record);
  };
  for (const name of tables)
    for await (const { value } of readTopics(`${folder}/${name}`, { taxonomy, observedAt: seenAt }))
      add(value);
  const { opportunities } = await readPortal(`${folder}/${portal}`, { taxonomy, seenAt });
  for await (const { value } of opportunities()) add(value);
  return calls;
}
