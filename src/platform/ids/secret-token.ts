import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie, a link or a key: 256 random bits, as text that needs no escaping anywhere. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. A fast hash is enough: 256 random bits cannot be guessed from it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether a text can be one of our tokens at all; anything else is not looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
