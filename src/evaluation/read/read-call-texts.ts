import { readCallTexts as readLines } from '../../ingest/index.js';
import type { CallSection, OpportunityText } from '../../ranking/index.js';

/**
 * The texts of calls by identifier in lower case: title, expected outcome and scope. The first line of each counts.
 *
 * @throws {AppError} those of reading JSON lines: `ingest.source-not-found`, `ingest.json-cut-off`, …
 */
export async function readCallTexts(path: string): Promise<ReadonlyMap<string, OpportunityText>> {
  const calls = new Map<string, OpportunityText>();
  for await (const { topic, title, outcome, scope } of readLines(path)) {
    const key = topic.toLowerCase();
    if (calls.has(key)) continue;
    const sections: CallSection[] = [];
    if (outcome !== '') sections.push({ kind: 'outcome', text: outcome, language: 'en' });
    if (scope !== '') sections.push({ kind: 'scope', text: scope, language: 'en' });
    calls.set(key, { id: topic, title, keywords: [], topic, sections });
  }
  return calls;
}

/**
 * The calls that were published by a day, as far as their identifiers tell: those of its year and before. What calls
 * repeat may be learned from these alone.
 */
export function publishedBy(calls: Iterable<OpportunityText>, day: string): OpportunityText[] {
  const year = Number(day.slice(0, 4));
  return [...calls].filter(({ id }) => Number(/\b(20\d{2})\b/.exec(id)?.[1] ?? Infinity) <= year);
}
