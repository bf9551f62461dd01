import { TaxonomyTagger } from '../../src/app/taxonomy-tagger.js';
import { readPortal } from '../../src/ingest/portal/read-portal.js';
import type { SourceRow } from '../../src/ingest/reading/source-problem.js';
import { readTopics } from '../../src/ingest/topics/read-topics.js';
import { toOpportunityText } from '../../src/matching/opportunity-text.js';
import type { OpportunityId, OpportunityRecord } from '../../src/opportunities/index.js';
import type { OpportunityText } from '../../src/ranking/index.js';
import { loadTaxonomy } from '../../src/taxonomy/index.js';

/** Files of the open data with the texts of topics; of two texts of one topic the later file's stands. */
const tables = ['topics-2025-cl3-cl5.jsonl.gz', 'work-programme-topics.jsonl.gz'];
const portal = 'topics-open-forthcoming-2026.jsonl.gz';

/**
 * Every topic of the open data that has a text, of whatever year and programme, read as an import reads it.
 *
 * @param folder of the portal's data
 */
export async function readPool(folder: string): Promise<readonly OpportunityText[]> {
  const taxonomy = loadTaxonomy();
  const tagger = new TaxonomyTagger(taxonomy);
  const seenAt = new Date('2026-11-21T00:00:00Z');
  const pool = new Map<string, OpportunityRecord>();
  const add = async (rows: AsyncIterable<SourceRow<OpportunityRecord>>): Promise<void> => {
    for await (const { value } of rows) {
      if (value?.sections.some(({ kind }) => kind === 'outcome' || kind === 'scope') === true)
        pool.set(value.identifier.toLowerCase(), value);
    }
  };
  for (const name of tables) {
    await add(readTopics(`${folder}/${name}`, { taxonomy, observedAt: seenAt }));
  }
  await add((await readPortal(`${folder}/${portal}`, { taxonomy, seenAt })).opportunities());
  return [...pool.values()].map((record) =>
    toOpportunityText({ ...record, id: record.identifier as OpportunityId }, tagger),
  );
}
