import { fileRefused } from '../tabular/tabular.errors.js';
import { isCalendarDate } from '../reading/brussels-time.js';
import {
  isList,
  isObject,
  type JsonObject,
  readJsonDocument,
  readJsonLines,
} from '../reading/json-source.js';
import type { SourceFile } from '../reading/source-file.js';
import type { RowPlace } from '../reading/source-problem.js';
import { notTheData } from '../reading/unreadable-source.errors.js';
import { textsOf } from './portal-record.js';

/** One record as it was seen once. */
export interface Observation {
  readonly place: RowPlace;
  /** null where the line holds none */
  readonly record: JsonObject | null;
  /** ISO instant */
  readonly seenAt: string;
  /** the crawl it belongs to and what that was told there is; null for lists of records */
  readonly crawl: { readonly name: string; readonly totalResults: number } | null;
}

/** The recorded answers among files, and the moments that crawls' own notes tell. */
export class RecordedAnswers {
  private constructor(
    readonly files: readonly SourceFile[],
    private readonly moments: ReadonlyMap<string, string>,
    private readonly seenAt: Date,
  ) {}

  /** @param seenAt when records were seen that neither they nor their file tell a moment for */
  static async among(files: readonly SourceFile[], seenAt: Date): Promise<RecordedAnswers> {
    const moments = new Map<string, string>();
    const data = files.filter(({ name }) => /\.(json|jsonl|ndjson)$/i.test(name) && !noteName.test(name));
    for (const note of files.filter(({ name }) => noteName.test(name))) {
      const content = await readJsonDocument(note);
      const moment = isObject(content) ? textsOf(content['fetchedAt'])[0] : undefined;
      if (moment !== undefined && !Number.isNaN(Date.parse(moment))) {
        moments.set(note.name.replace(noteName, ''), new Date(moment).toISOString());
      }
    }
    return new RecordedAnswers(data, moments, seenAt);
  }

  /** Every record of every file, in order. */
  async *observations(): AsyncGenerator<Observation> {
    for (const file of this.files) {
      yield* /\.json$/i.test(file.name) ? this.#ofPage(file) : this.#ofLines(file);
    }
  }

  async *#ofPage(file: SourceFile): AsyncGenerator<Observation> {
    const page = await readJsonDocument(file);
    const results = isObject(page) ? page['results'] : undefined;
    if (!isObject(page) || !isList(results)) {
      throw notTheData(file.name, 'JSON without a list of results', "a page of the portal's search API");
    }
    const name = file.name.replace(pageName, '');
    const crawl = { name, totalResults: Number(textsOf(page['totalResults'])[0] ?? Number.NaN) };
    const seenAt = this.moments.get(name) ?? momentInName(file.name) ?? this.seenAt.toISOString();
    for (const [at, record] of results.entries()) {
      yield {
        place: { file: file.name, row: at + 1 },
        record: isObject(record) ? record : null,
        seenAt,
        crawl,
      };
    }
  }

  /** Lines are `{seenAt, source, record}`, or records themselves. */
  async *#ofLines(file: SourceFile): AsyncGenerator<Observation> {
    const fallback = momentInName(file.name) ?? this.seenAt.toISOString();
    let usable = 0;
    let lines = 0;
    for await (const { line, value } of readJsonLines(file)) {
      lines += 1;
      const record = value !== null && isObject(value['record']) ? value['record'] : value;
      const hasMetadata = record !== null && isObject(record['metadata']);
      if (hasMetadata) usable += 1;
      const seenAt = momentOf(textsOf(value?.['seenAt'])[0]) ?? fallback;
      yield {
        place: { file: file.name, row: line },
        record: hasMetadata ? record : null,
        seenAt,
        crawl: null,
      };
    }
    if (usable === 0)
      throw fileRefused(
        'file-not-data',
        { file: file.name, line: 1 },
        `none of ${lines} lines is a record of the portal`,
        'give a list of its records',
      );
  }
}

const noteName = /(crawl-)?meta\.json$/i;
const pageName = /page-?\d+\.json$/i;

function momentOf(text: string | undefined): string | null {
  return text === undefined || Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString();
}

/** A crawl is kept under its day: `2026-07-24-page-01.json`. */
function momentInName(name: string): string | null {
  const date = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  return date !== undefined && isCalendarDate(date) ? `${date}T00:00:00.000Z` : null;
}
