import { AppError } from '../../platform/errors/app-error.js';
import type { OpportunityRecord } from '../../opportunities/index.js';
import type { Taxonomy } from '../../taxonomy/index.js';
import { type SourceFile, sourceFiles } from '../reading/source-file.js';
import { RowProblems, type SourceRow } from '../reading/source-problem.js';
import { type Observation, RecordedAnswers } from './observations.js';
import { PortalRecord } from './portal-record.js';
import { kindOf, toOpportunity } from './to-opportunity.js';

/** What was seen of the portal, before anything of it is used. */
export interface PortalPass {
  readonly files: readonly string[];
  readonly records: number;
  /** identifiers, without regard to letter case */
  readonly distinct: number;
  /** tenders, updates and broken records: no opportunities */
  readonly leftOut: number;
  /** what the answer said there is; null for lists of records and for several crawls */
  readonly totalResults: number | null;
  /**
   * Every record that the portal counted was seen. Paging drifts, so a crawl of all its pages can still miss some. What
   * an incomplete pass lacks says nothing, and no pass ever closes a call.
   */
  readonly complete: boolean;
}

export interface PortalSource {
  readonly pass: PortalPass;
  /** One opportunity per identifier, from its best record, and the records that cannot be used. Reads the files anew. */
  readonly opportunities: () => AsyncGenerator<SourceRow<OpportunityRecord>>;
}

export interface PortalOptions {
  readonly taxonomy: Taxonomy;
  /** when records were seen that neither they nor their file tell a moment for */
  readonly seenAt: Date;
}

/**
 * Opens recorded answers of the portal's search API: pages (`.json`), lists of `{seenAt, source, record}` (`.jsonl`), a
 * folder or zip of them, gzipped or not.
 *
 * Of the records of one identifier (pages overlap; languages and data sources repeat) it keeps an English one of the
 * refreshed data source, the one seen last. Memory holds one page and a line per identifier.
 *
 * @throws {AppError} `ingest.source-not-found`, `ingest.portal-no-answers`, `ingest.json-cut-off`,
 *   `ingest.json-broken`, `ingest.file-not-data`, `ingest.archive-broken`, …
 */
export async function readPortal(path: string, options: PortalOptions): Promise<PortalSource> {
  return portalSource(path, await sourceFiles(path), options);
}

/** The same from files already found; `path` is what to call them in errors. */
export async function portalSource(
  path: string,
  files: readonly SourceFile[],
  options: PortalOptions,
): Promise<PortalSource> {
  const answers = await RecordedAnswers.among(files, options.seenAt);
  if (answers.files.length === 0) throw noAnswers(path);
  const scan = await scanned(answers);
  return {
    pass: passOf(answers, scan),
    opportunities: () => chosen(answers, scan, options.taxonomy),
  };
}

/** Where the best record of an identifier stands among all records. */
interface Candidate {
  readonly at: number;
  readonly rank: readonly [english: boolean, refreshed: boolean, seenAt: string];
}

interface Scan {
  records: number;
  leftOut: number;
  readonly best: Map<string, Candidate>;
  /** by name of the crawl */
  readonly crawls: Map<string, { readonly totalResults: number; readonly seen: Set<string> }>;
}

async function scanned(answers: RecordedAnswers): Promise<Scan> {
  const scan: Scan = { records: 0, leftOut: 0, best: new Map(), crawls: new Map() };
  for await (const observation of answers.observations()) {
    const at = (scan.records += 1);
    const record = new PortalRecord(observation.record ?? {});
    const key = record.identifier?.toLowerCase();
    if (key === undefined) scan.leftOut += 1;
    else noteSeen(scan, recordKey(key, record), observation);
    if (key === undefined) continue;
    if (kindOf(record) === null) {
      scan.leftOut += 1;
      continue;
    }
    const candidate: Candidate = { at, rank: [isEnglish(record), !record.isStale, observation.seenAt] };
    const known = scan.best.get(key);
    if (known === undefined || !isBelow(candidate, known)) scan.best.set(key, candidate);
  }
  return scan;
}

/** The portal counts records, and two data sources or languages of one call are two of them. */
const recordKey = (identifier: string, record: PortalRecord): string =>
  [identifier, record.outer('reference'), record.text('DATASOURCE'), record.language].join('|');

const isEnglish = (record: PortalRecord): boolean => (record.language ?? 'en').toLowerCase() === 'en';

function isBelow(a: Candidate, b: Candidate): boolean {
  const place = a.rank.findIndex((value, at) => value !== b.rank[at]);
  return place >= 0 && (a.rank[place] ?? '') < (b.rank[place] ?? '');
}

function noteSeen(scan: Scan, record: string, { crawl }: Observation): void {
  if (crawl === null) return;
  const known = scan.crawls.get(crawl.name) ?? { totalResults: crawl.totalResults, seen: new Set<string>() };
  known.seen.add(record);
  scan.crawls.set(crawl.name, known);
}

function passOf(answers: RecordedAnswers, scan: Scan): PortalPass {
  const crawls = [...scan.crawls.values()];
  const only = crawls.length === 1 ? crawls[0] : undefined;
  const totalResults = only !== undefined && Number.isFinite(only.totalResults) ? only.totalResults : null;
  return {
    files: answers.files.map(({ name }) => name),
    records: scan.records,
    distinct: scan.best.size,
    leftOut: scan.leftOut,
    totalResults,
    complete: totalResults !== null && only?.seen.size === totalResults,
  };
}

async function* chosen(
  answers: RecordedAnswers,
  scan: Scan,
  taxonomy: Taxonomy,
): AsyncGenerator<SourceRow<OpportunityRecord>> {
  let at = 0;
  for await (const { place, record: raw, seenAt } of answers.observations()) {
    at += 1;
    const problems = new RowProblems(place);
    const record = new PortalRecord(raw ?? {});
    if (raw === null) {
      problems.refuse('broken-row', null, null, 'no record of the portal; left out');
      yield problems.row<OpportunityRecord>(null);
    } else if (record.identifier === null || scan.best.get(record.identifier.toLowerCase())?.at === at) {
      yield problems.row(toOpportunity(record, { observedAt: seenAt, taxonomy, problems }));
    }
  }
}

function noAnswers(path: string): AppError {
  return new AppError(
    'ingest.portal-no-answers',
    'invalid',
    `${path}: no .json or .jsonl file (gzipped or not); give recorded pages of the portal's search API`,
  );
}
