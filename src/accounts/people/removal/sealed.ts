import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Locks a text away under a token that is then given to one person alone: without it nobody can read the text again. */
export function seal(text: string, token: string): Buffer {
  const iv = randomBytes(ivBytes);
  const lock = createCipheriv(cipher, keyOf(token), iv);
  const locked = Buffer.concat([lock.update(text, 'utf8'), lock.final()]);
  return Buffer.concat([iv, lock.getAuthTag(), locked]);
}

/** @throws {Error} another token, or a sealed text that was changed */
export function unseal(sealed: Buffer, token: string): string {
  const unlock = createDecipheriv(cipher, keyOf(token), sealed.subarray(0, ivBytes));
  unlock.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  const locked = sealed.subarray(ivBytes + tagBytes);
  return Buffer.concat([unlock.update(locked), unlock.final()]).toString('utf8');
}

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'tessera removal', 32));
