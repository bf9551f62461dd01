import { createHash } from 'node:crypto';

import { isToken, newToken } from '../../platform/ids/secret-token.js';

/** What a program may do with a key: read lists, bring in members, ask for a score run. */
export const keyScopes = ['read', 'import', 'score'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** Scanners of repositories and logs find a key by it. */
const prefix = 'tessera_key_';

/** A new key: 256 random bits between a prefix and a check of six characters. */
export function newApiKey(): string {
  const token = newToken();
  return `${prefix}${token}${checkOf(token)}`;
}

/** Whether a text is a key as we make them: what was mistyped, or made up, is not looked up. */
export function isApiKey(text: string): boolean {
  if (!text.startsWith(prefix)) return false;
  const [token, check] = [text.slice(prefix.length, -6), text.slice(-6)];
  return isToken(token) && check === checkOf(token);
}

const checkOf = (token: string): string =>
  createHash('sha256').update(prefix).update(token).digest('base64url').slice(0, 6);
