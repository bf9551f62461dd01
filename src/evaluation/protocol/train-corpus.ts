import { openCorpus, openSegment, SegmentBuilder } from '../../ranking/index.js';
import type { Corpus, CorpusDocument, CorpusOptions } from '../../ranking/index.js';
import type { PastProject, StatedFacts } from '../read/past-project.js';

/** What the projects before the cut say of each organisation: its first row there. */
export function statedFacts(train: readonly PastProject[]): Map<string, StatedFacts> {
  const facts = new Map<string, StatedFacts>();
  for (const { participants } of train) {
    for (const { organisation, facts: stated } of participants) {
      if (!facts.has(organisation)) facts.set(organisation, stated);
    }
  }
  return facts;
}

/** The open segment of what was known before the cut, opened. */
export function trainCorpus(
  documents: Iterable<CorpusDocument>,
  facts: ReadonlyMap<string, StatedFacts>,
  options: CorpusOptions = {},
): Corpus {
  return openCorpus([openSegment(openEvidenceOf(documents, facts))], options);
}

/** The bytes of the open segment: these texts, and whom they speak for. */
export function openEvidenceOf(
  documents: Iterable<CorpusDocument>,
  facts: ReadonlyMap<string, StatedFacts>,
): Uint8Array {
  const builder = new SegmentBuilder({ name: 'open', statistics: null });
  for (const [id, { country, nuts, type, sme }] of facts) {
    builder.addOrganisation({ id, key: id, country, nuts, type, sme, listed: true });
  }
  for (const document of documents) builder.addDocument(document);
  return builder.finish();
}
