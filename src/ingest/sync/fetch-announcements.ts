import type { SearchableCall } from '../../opportunities/index.js';
import type { AppError } from '../../platform/errors/app-error.js';
import { type Announcement, announcementOf } from '../portal/announcement.js';
import { isList, isObject, type Json, parsedJson } from '../reading/json-source.js';
import { pageSize, type PortalSearch } from './portal-search.connector.js';
import { portalPage, sourceStrange } from './sync.errors.js';

/** Calls asked about in one question. */
const batchSize = 20;
/** More pages than this of one question are no partner searches. */
const mostPages = 20;

/** What was found for the calls asked about, by identifier in lower case; a call that nobody looks for is there too. */
export interface FoundAnnouncements {
  readonly byCall: ReadonlyMap<string, { readonly announcements: number; readonly pics: readonly string[] }>;
  /** records that no organisation stands behind, or that are none */
  readonly leftOut: number;
}

/**
 * Asks who looks for partners for some calls, a batch at a time. Nothing but counts and identification codes leaves.
 *
 * @throws {AppError} what `PortalSearch.announcements` throws; `ingest.portal-strange-answer`. One bad page makes the
 *   whole pass bad.
 */
export async function fetchAnnouncements(
  portal: PortalSearch,
  calls: readonly SearchableCall[],
  onBatch: (done: number, of: number) => void = () => undefined,
): Promise<FoundAnnouncements> {
  const keys = calls.map(({ identifier }) => identifier.toLowerCase());
  const found = new Map(keys.map((key) => [key, new Map<string, Announcement>()]));
  let leftOut = 0;
  for (let from = 0; from < calls.length; from += batchSize) {
    onBatch(from, calls.length);
    const batch = calls.slice(from, from + batchSize).map(({ identifier }) => identifier);
    for await (const result of resultsOf(portal, batch)) {
      const announcement = announcementOf(result);
      if (announcement === null) {
        leftOut += 1;
        continue;
      }
      for (const topic of announcement.topics) found.get(topic)?.set(announcement.key, announcement);
    }
  }
  const byCall = new Map(
    [...found].map(([key, announcements]) => [key, summed([...announcements.values()])]),
  );
  return { byCall, leftOut };
}

const summed = (announcements: readonly Announcement[]) => ({
  announcements: announcements.length,
  pics: [...new Set(announcements.map(({ pic }) => pic))].sort(),
});

/** All records of all pages. */
async function* resultsOf(portal: PortalSearch, topics: readonly string[]): AsyncGenerator<Json> {
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const { results, total } = answerOf(page, await portal.announcements(topics, page));
    pages = Math.ceil(total / pageSize);
    if (pages > mostPages) throw strange(page, `it has ${total} announcements for ${topics.length} calls`);
    if (results.length === 0 && (page - 1) * pageSize < total)
      throw strange(page, 'it answered with no records');
    yield* results;
  }
}

function answerOf(page: number, body: Buffer): { results: readonly Json[]; total: number } {
  const answer = parsedJson(body.toString('utf8'));
  const results = isObject(answer) ? answer['results'] : undefined;
  const total = isObject(answer) ? answer['totalResults'] : undefined;
  if (!isList(results)) throw strange(page, 'it answered without a list of results');
  if (typeof total !== 'number' || !Number.isSafeInteger(total) || total < 0)
    throw strange(page, 'it did not say how many records there are');
  const foreign = results.filter((result) => !isAnnouncement(result)).length;
  if (foreign * 2 > results.length)
    throw strange(page, `${foreign} of ${results.length} records are no announcements`);
  return { results, total };
}

/** Whether the filter took effect: where it did not, the answer is full of what we must not read. */
function isAnnouncement(result: Json): boolean {
  const metadata = isObject(result) ? result['metadata'] : undefined;
  const type = isObject(metadata) ? metadata['type'] : undefined;
  return (isList(type) ? type[0] : type) === 'ANNOUNCEMENT';
}

const strange = (page: number, why: string): AppError => sourceStrange(portalPage(page), why);
