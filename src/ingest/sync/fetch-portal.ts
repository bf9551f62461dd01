import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Readable } from 'node:stream';

import { AppError } from '../../platform/errors/app-error.js';
import { isList, isObject, type Json, readJsonDocument } from '../reading/json-source.js';
import { type SourceFile, sourceFile } from '../reading/source-file.js';
import { PortalRecord } from '../portal/portal-record.js';
import { kindOf } from '../portal/to-opportunity.js';
import { pageSize, type PortalSearch } from './portal-search.connector.js';
import { portalPage, sourceStrange } from './sync.errors.js';

export interface FetchOptions {
  /** when the pass began: what it says was seen then */
  readonly startedAt: Date;
  /** told before each page; `pages` is null before the first */
  readonly onPage?: (page: number, pages: number | null) => void;
}

/** Pages that are asked for at most; a search that filters has a quarter of it. */
const mostPages = 120;
const compressed = promisify(gzip);

/**
 * All pages of the portal's search, as files in the form `portalSource` reads. Held gzipped, about a tenth of a
 * megabyte each.
 *
 * @throws {AppError} what `PortalSearch.page` throws; `ingest.portal-strange-answer` for a page that is none, is
 *   empty, is another one, or shows that the question was not understood. One bad page makes the whole pass bad.
 */
export async function fetchPortal(
  portal: PortalSearch,
  { startedAt, onPage }: FetchOptions,
): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [
    inMemory('crawl-meta.json', JSON.stringify({ fetchedAt: startedAt.toISOString() })),
  ];
  let pages: number | null = null;
  for (let page = 1; page <= (pages ?? 1); page += 1) {
    onPage?.(page, pages);
    const body = await portal.page(page);
    const total = totalOf(page, await parsed(page, body));
    // It drifts while we read; what counts is what the newest page says.
    pages = Math.ceil(total / pageSize);
    if (pages > mostPages)
      throw sourceStrange(portalPage(page), `it has ${total} records, more than there can be open calls`);
    files.push(inMemory(`page-${page}.json`, await compressed(body)));
  }
  return files;
}

const inMemory = (name: string, bytes: string | Buffer): SourceFile =>
  sourceFile(name, () => Promise.resolve(Readable.from([Buffer.from(bytes)], { objectMode: false })));

async function parsed(page: number, body: Buffer): Promise<Json> {
  try {
    return await readJsonDocument(inMemory('the answer', body));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw sourceStrange(portalPage(page), error.message.replace(/; [^;]*$/, ''));
  }
}

/** Checks that an answer is the page asked for, of the records asked for; returns how many records there are. */
function totalOf(page: number, answer: Json): number {
  const results = isObject(answer) ? answer['results'] : undefined;
  if (!isObject(answer) || !isList(results))
    throw sourceStrange(portalPage(page), 'it answered without a list of results');
  const { totalResults: total, pageNumber, pageSize: size } = answer;
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0)
    throw sourceStrange(portalPage(page), 'it did not say how many records there are');
  // Records went away meanwhile, and this page with them.
  const isBehindTheLast = page > 1 && (page - 1) * pageSize >= total;
  if (results.length === 0 && !isBehindTheLast)
    throw sourceStrange(portalPage(page), 'it answered with no records');
  if (pageNumber !== undefined && Number(pageNumber) !== page)
    throw sourceStrange(portalPage(page), 'it sent another page');
  if (size !== undefined && Number(size) !== pageSize)
    throw sourceStrange(portalPage(page), `it gives pages of another size than ${pageSize}`);
  const wanted = results.filter(isWanted).length;
  if (wanted * 2 < results.length)
    throw sourceStrange(
      portalPage(page),
      `only ${wanted} of ${results.length} records are open or forthcoming calls`,
    );
  return total;
}

const wantedStatus = new Set(['31094501', '31094502']);

/** Whether a record is what the question asks for; where most are not, it was not understood. */
function isWanted(result: Json): boolean {
  if (!isObject(result)) return false;
  const record = new PortalRecord(result);
  const status = record.text('status');
  return record.identifier !== null && kindOf(record) !== null && status !== null && wantedStatus.has(status);
}
