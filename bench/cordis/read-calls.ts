import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CallSection, OpportunityText } from '../../src/ranking/index.js';

interface TopicLine {
  readonly topicId: string;
  readonly title: string;
  readonly expectedOutcome?: string;
  readonly scope?: string;
}

/** Work-programme topics with their text, by identifier in lower case. */
export async function readCalls(path: string): Promise<ReadonlyMap<string, OpportunityText>> {
  const calls = new Map<string, OpportunityText>();
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { topicId, title, expectedOutcome, scope } = JSON.parse(line) as TopicLine;
    const sections: CallSection[] = [];
    if (expectedOutcome) sections.push({ kind: 'outcome', text: expectedOutcome, language: 'en' });
    if (scope) sections.push({ kind: 'scope', text: scope, language: 'en' });
    calls.set(topicId.toLowerCase(), { id: topicId, title, keywords: [], sections });
  }
  return calls;
}
