import { readJsonLines, type JsonObject } from '../reading/json-source.js';
import { sourceFiles } from '../reading/source-file.js';

/** The text of one call as a work programme has it; '' where a part is not there. */
export interface CallTextLine {
  readonly topic: string;
  readonly title: string;
  readonly outcome: string;
  readonly scope: string;
}

/**
 * The lines of a `.jsonl` file of call texts, gzipped or not; a line without identifier or title is left out.
 *
 * @throws {AppError} `ingest.source-not-found`, and those of `readJsonLines`
 */
export async function* readCallTexts(path: string): AsyncGenerator<CallTextLine> {
  for (const file of await sourceFiles(path)) {
    for await (const { value } of readJsonLines(file)) {
      const line = value === null ? null : toCallText(value);
      if (line !== null) yield line;
    }
  }
}

function toCallText(line: JsonObject): CallTextLine | null {
  const text = (name: string): string => (typeof line[name] === 'string' ? line[name].trim() : '');
  const topic = text('topicId');
  const title = text('title').replace(/\s+/g, ' ');
  if (topic === '' || title === '') return null;
  return { topic, title, outcome: text('expectedOutcome'), scope: text('scope') };
}
