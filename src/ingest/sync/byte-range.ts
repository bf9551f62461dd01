import type { IncomingHttpHeaders } from 'node:http';

import type { HeldPart } from './partial-file.js';

/** Which bytes of a file an answer holds. */
interface ContentRange {
  /** null: none, it only tells the size (an answer to a range behind the end) */
  readonly from: number | null;
  /** of the whole file; null: not told */
  readonly total: number | null;
}

/** What an answer tells of the file it holds bytes of. */
export interface FileFacts {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** bytes of the whole file; null: not told */
  readonly total: number | null;
}

/** Reads `bytes 5-33/34` (RFC 9110, section 14.4); null where it is none. */
export function contentRange(header: string | undefined): ContentRange | null {
  const match = /^bytes (?:(\d{1,15})-(\d{1,15})|\*)\/(\d{1,15}|\*)$/.exec(header?.trim() ?? '');
  if (!match) return null;
  const [, from, , total] = match;
  return {
    from: from === undefined ? null : Number(from),
    total: total === undefined || total === '*' ? null : Number(total),
  };
}

/** What an answer that begins at the first byte tells of the file. */
export function wholeFile(headers: IncomingHttpHeaders): FileFacts {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    total: Number.isSafeInteger(length) ? length : null,
  };
}

/** The same of an answer that goes on behind what is held; null where it holds other bytes, or those of another file. */
export function restOf(held: HeldPart | null, headers: IncomingHttpHeaders): FileFacts | null {
  const range = contentRange(headers['content-range']);
  if (held === null || range?.from !== held.bytes) return null;
  if (headers.etag !== undefined && headers.etag !== held.etag) return null;
  if (held.total !== null && range.total !== null && range.total !== held.total) return null;
  return { etag: held.etag, lastModified: held.lastModified, total: range.total ?? held.total };
}

/** A weak tag says that two files mean the same, not that their bytes are the same. */
export const isStrong = (etag: string | null): etag is string => etag !== null && /^"[^"]*"$/.test(etag);
