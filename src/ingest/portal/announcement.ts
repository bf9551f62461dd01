import { type Json, isObject } from '../reading/json-source.js';
import { PortalRecord } from './portal-record.js';

/** That an organisation looks for partners, or offers itself as one. Nothing of the text, nothing of anybody. */
export interface Announcement {
  /** tells announcements apart while they are counted; not kept */
  readonly key: string;
  /** nine digits */
  readonly pic: string;
  /** identifiers of calls, in lower case */
  readonly topics: readonly string[];
}

/**
 * Reads one record of the index of organisations and persons.
 *
 * It takes four fields and knows no others, so that no name, address or text can pass: a record that is no announcement,
 * or that no organisation stands behind, is null.
 */
export function announcementOf(result: Json): Announcement | null {
  if (!isObject(result)) return null;
  const record = new PortalRecord(result);
  if (record.text('type') !== 'ANNOUNCEMENT') return null;
  const pic = record.text('pic') ?? '';
  const topics = record.words('topics').map((topic) => topic.toLowerCase());
  if (!/^\d{9}$/.test(pic) || topics.length === 0) return null;
  const id = record.text('announcementId') ?? '';
  return { key: /^[\w-]{1,80}$/.test(id) ? id : `${pic} ${topics.join(' ')}`, pic, topics };
}
