import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * - `subscription`: somebody's choice how often to hear
 * - `digest`: what somebody says of one digest's items
 */
export type LinkPurpose = 'subscription' | 'digest';

/**
 * What stands in a link: an id and a mark that only we can make. It never ends, because old mails must still
 * unsubscribe; it opens nothing but its one purpose.
 *
 * @param id UUID
 */
export function linkToken(key: Buffer, purpose: LinkPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, mark(key, purpose, bytes)]).toString('base64url');
}

/** @returns the id; null where the token is made up, altered or for something else */
export function readLinkToken(key: Buffer, purpose: LinkPurpose, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), mark(key, purpose, id))) return null;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 128 bits: a guess a nanosecond would take longer than the sun has. */
const mark = (key: Buffer, purpose: LinkPurpose, id: Buffer): Buffer =>
  createHmac('sha256', key).update(`${purpose}\n`).update(id).digest().subarray(0, 16);
